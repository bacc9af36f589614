# Prints a hash of what a program would send to the provider.
send <- function(text) {
  stopifnot(is.character(text), length(text) == 1, nchar(text) > 0)
  hash <- 5381
  for (code in utf8ToInt(text)) hash <- (hash * 33 + code) %% 2^32
  cat(sprintf("%.0f\n", hash))
}
