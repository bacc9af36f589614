defmodule Send do
  # Prints a hash of what a program would send to the provider.
  def send(text) when is_binary(text) and text != "" do
    IO.puts(:erlang.phash2(text))
  end
end
