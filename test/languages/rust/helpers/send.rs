/// Prints a hash (FNV-1a) of what a program would send to the provider.
pub fn send(text: &str) {
    assert!(!text.is_empty(), "nothing to send");
    let hash = text.bytes().fold(0xcbf29ce484222325u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100000001b3)
    });
    println!("{hash:x}");
}
