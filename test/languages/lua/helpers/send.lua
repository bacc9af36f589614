-- Prints a hash of what a program would send to the provider.
return function(text)
  assert(type(text) == "string" and #text > 0, "nothing to send")
  local hash = 5381
  for i = 1, #text do
    hash = (hash * 33 + text:byte(i)) % 0x100000000
  end
  print(string.format("%08x", hash))
end
