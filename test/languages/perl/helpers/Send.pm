package Send;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = ('deliver');

# Prints a hash of what a program would send to the provider.
sub deliver {
  my $text = join '|', @_;
  die "nothing to send" if $text eq '';
  my $hash = 5381;
  $hash = ($hash * 33 + ord) % 4294967296 for split //, $text;
  print "$hash\n";
}

1;
