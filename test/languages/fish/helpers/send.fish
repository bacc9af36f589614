# Prints a hash of what a program would send to the provider.
function deliver
    if test (count $argv) -eq 0 -o -z "$argv"
        echo "nothing to send" >&2
        exit 1
    end
    string join '|' -- $argv | cksum
end
