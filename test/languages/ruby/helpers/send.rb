require "digest"

# Prints a hash of what a program would send to the provider.
def send_text(text)
  raise ArgumentError, "nothing to send" if text.to_s.empty?

  puts Digest::SHA256.hexdigest(text)
end
