import java.security.MessageDigest

/** Prints a hash of what a program would send to the provider. */
object Send {
  def send(text: String): Unit = {
    require(text.nonEmpty, "nothing to send")
    val hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes("UTF-8"))
    println(hash.map("%02x".format(_)).mkString)
  }
}
