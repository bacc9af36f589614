import java.security.MessageDigest

/** Prints a hash of what a program would send to the provider. */
fun send(text: String) {
    require(text.isNotEmpty()) { "nothing to send" }
    val hash = MessageDigest.getInstance("SHA-256").digest(text.toByteArray())
    println(hash.joinToString("") { "%02x".format(it) })
}
