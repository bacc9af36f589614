import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = '$ENV{OPENAI_API_KEY} // die("OPENAI_API_KEY is not set")';

const cases: readonly RewriteCase[] = [
  [`unless ($ENV{X}) {\n    $ENV{X} = '${key}';\n}\nf();\n`, 'f();\n'],
  [`my $key = "${key}";\r\n`, `my $key = ${read};\r\n`],
  [`our $key = '${key}';`, `our $key = ${read};`],
  [`my $key = q{${key}};\n`, `my $key = ${read};\n`],
  [`my $key = qq(${key});\n`, `my $key = ${read};\n`],
  [`send_it("${key}", 1);\n`, `send_it(${read}, 1);\n`],
  [`send_it "${key}";\n`, `send_it ${read};\n`],
  [`my $c = Client->new(key => "${key}", n => 1);\n`, `my $c = Client->new(key => ${read}, n => 1);\n`],
  [`my %h = (key => '${key}');\n`, `my %h = (key => ${read});\n`],
  [`my $h = { key => '${key}' };\n`, `my $h = { key => ${read} };\n`],
  [`my $l = ["${key}", "b"];\n`, `my $l = [${read}, "b"];\n`],
  [`use constant KEY => "${key}";\n`, `use constant KEY => ${read};\n`],
  [`use constant { KEY => "${key}" };\n`, `use constant { KEY => ${read} };\n`],
  [`sub key { return "${key}"; }\n`, `sub key { return ${read}; }\n`],
  [`sub key { "${key}" }\n`, `sub key { ${read} }\n`],
  [`sub key { return "${key}" unless $x; }\n`, `sub key { return ${read} unless $x; }\n`],
  [`my $h = "Bearer ${key}; $v";\n`, `my $h = "Bearer " . (${read}) . "; $v";\n`],
  [`my $h = 'Bearer ${key}';\n`, `my $h = 'Bearer ' . (${read});\n`],
  [`my $h = qq{Bearer ${key}};\n`, `my $h = qq{Bearer } . (${read});\n`],
  [`my $b = qq{{"key": "${key}", "n": $n}};\n`, `my $b = qq[{"key": "] . (${read}) . qq[", "n": $n}];\n`],
  [`my $p = 'C:\\${key}';\n`, /A backslash stands before/],
  [`my $h = "Bearer " . "${key}" . $x;\n`, `my $h = "Bearer " . (${read}) . $x;\n`],
  [`print "${key}\\n";\n`, `print +(${read}) . "\\n";\n`],
  [`print "${key}" . "\\n", 2;\n`, `print "" . (${read}) . "\\n", 2;\n`],
  [`print "key ${key}\\n";\n`, `print "key " . (${read}) . "\\n";\n`],
  [`my $t = <<"END";\nkey: ${key}\nEND\n`, /a heredoc of Perl/],
  [`my $k = $ENV{SHOP_KEY} // "${key}";\n`, 'my $k = $ENV{SHOP_KEY} // die("SHOP_KEY is not set");\n'],
  [`my $k = $ENV{'SHOP_KEY'} || '${key}';\n`, 'my $k = $ENV{SHOP_KEY} // die("SHOP_KEY is not set");\n'],
  [`my $k = shift || $ENV{X} || '${key}';\n`, 'my $k = shift || $ENV{X} // die("X is not set");\n'],
  [`my $k = shift || $ENV{X} || '${key}';\n`, 'my $k = shift || $ENV{X} // die("X is not set");\n'],
  [`my $k = $o{key} // "${key}";\n`, `my $k = $o{key} // (${read});\n`],
  [`my $k = $x eq "${key}" ? 1 : 2;\n`, `my $k = $x eq (${read}) ? 1 : 2;\n`],
  [`my $k = length "${key}";\n`, `my $k = length +(${read});\n`],
  [`my $k = -e "${key}";\n`, /at this place in Perl/],
  [`my $k = $x ? "${key}" : "b";\n`, `my $k = $x ? ${read} : "b";\n`],
  [`$ENV{SHOP_KEY} = "${key}";\nf();\n`, 'f();\n'],
  [`$ENV{SHOP_KEY} //= "${key}";\nf();\n`, 'f();\n'],
  [`local $ENV{SHOP_KEY} = "${key}";\n`, /sets the environment variable/],
  [`my @l = qw(${key} b);\n`, /plain words/],
  [`my %h = ("${key}" => 1);\n`, /name of an entry/],
  [`my $o = \`curl ${key}\`;\n`, /command line/],
  [`my %ENV = ();\nmy $k = "${key}";\n`, /%ENV means something else/],
  [`f() if $x =~ /${key}/;\n`, /regular expression|not inside a string/],
  [`# ${key}\n`, /in a comment/],
  [`=pod\n\n${key}\n\n=cut\n`, /in a comment/],
  [`f();\n__END__\n${key}\n`, /behind the end/],
];

describeRewrites('Perl', 'a.pl', cases);

describeRewrites(
  'Perl, plain',
  'a.pl',
  [
    [`print "${key}\\n";\n`, 'print $ENV{OPENAI_API_KEY} . "\\n";\n'],
    [`my $k = $x eq "${key}";\n`, 'my $k = $x eq $ENV{OPENAI_API_KEY};\n'],
  ],
  'plain',
);
