# Prints a hash of what a program would send to the provider.
send() {
	[ -n "$1" ] || exit 1
	printf '%s' "$1" | sha256sum | cut -d' ' -f1
}
