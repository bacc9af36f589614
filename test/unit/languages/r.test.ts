import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'Sys.getenv("OPENAI_API_KEY")';

const cases: readonly RewriteCase[] = [
  [`if (Sys.getenv("X") == "") {\n  Sys.setenv(X = "${key}")\n}\nb <- 2\n`, 'b <- 2\n'],
  [
    `if (Sys.getenv("X") == "") {\n  Sys.setenv(X = "${key}")\n  f()\n}\n`,
    'if (Sys.getenv("X") == "") {\n  f()\n}\n',
  ],
  [
    `if (Sys.getenv("X") == "") {\n  Sys.setenv(X = "${key}")\n} else {\n  f()\n}\n`,
    'if (Sys.getenv("X") == "") {\n} else {\n  f()\n}\n',
  ],
  [`key <- "${key}"\r\n`, `key <- ${read}\r\n`],
  [`key = '${key}'`, `key = ${read}`],
  [`key <<- "${key}"\n`, `key <<- ${read}\n`],
  [`"${key}" -> key\n`, `${read} -> key\n`],
  [`key <- r"---(${key})---"\n`, `key <- ${read}\n`],
  [`f("${key}", key = "${key}")\n`, `f(${read}, key = ${read})\n`],
  [`l <- list(key = "${key}", n = 1)\n`, `l <- list(key = ${read}, n = 1)\n`],
  [`v <- c("${key}", "b")\n`, `v <- c(${read}, "b")\n`],
  [`f <- function(k = "${key}") k\n`, `f <- function(k = ${read}) k\n`],
  [`f <- function() {\n  "${key}"\n}\n`, `f <- function() {\n  ${read}\n}\n`],
  [`f <- function() return("${key}")\n`, `f <- function() return(${read})\n`],
  [`f <- \\(x) "${key}"\n`, `f <- \\(x) ${read}\n`],
  [`x <- if (a) "${key}" else "b"\n`, `x <- if (a) ${read} else "b"\n`],
  [`h <- "Bearer ${key}; v=1"\n`, `h <- paste0("Bearer ", ${read}, "; v=1")\n`],
  [`h <- r"(\\a ${key})"\n`, `h <- paste0(r"(\\a )", ${read})\n`],
  [`h <- paste0("Bearer ${key}", x)\n`, `h <- paste0("Bearer ", ${read}, x)\n`],
  [`h <- paste("Bearer", "${key}")\n`, `h <- paste("Bearer", ${read})\n`],
  [`h <- c(Authorization = "Bearer ${key}")\n`, `h <- c(Authorization = paste0("Bearer ", ${read}))\n`],
  [`"${key}" |> f()\n`, `${read} |> f()\n`],
  [`k <- opts$key %||% "${key}"\n`, `k <- opts$key %||% ${read}\n`],
  [`k <- Sys.getenv("SHOP_KEY", "${key}")\n`, 'k <- Sys.getenv("SHOP_KEY")\n'],
  [`k <- Sys.getenv("SHOP_KEY", unset = "${key}")\n`, 'k <- Sys.getenv("SHOP_KEY")\n'],
  [`if (x == "${key}") f()\n`, `if (x == ${read}) f()\n`],
  [`Sys.setenv(SHOP_KEY = "${key}") # ours\nf()\n`, 'f()\n'],
  [`Sys.setenv(SHOP_KEY = "${key}", B = 1)\n`, /sets the environment variable SHOP_KEY/],
  [`f <- function() {\n  Sys.setenv("SHOP_KEY" = "${key}")\n  g()\n}\n`, 'f <- function() {\n  g()\n}\n'],
  [`x[["${key}"]] <- 1\n`, /a name here/],
  [`f("${key}" = 1)\n`, /a name here/],
  [`"${key}" <- 1\n`, /a name here/],
  [`e <- quote(f("${key}"))\n`, /code that is quoted/],
  [`x <- y ~ "${key}"\n`, /operand/],
  [`Sys.getenv <- function(x) x\nk <- "${key}"\n`, /Sys.getenv means something else/],
  [`# ${key}\n`, /in a comment/],
];

describeRewrites('R', 'a.R', cases);

const checked =
  'if (nzchar(Sys.getenv("OPENAI_API_KEY"))) Sys.getenv("OPENAI_API_KEY") else stop("OPENAI_API_KEY is not set")';

describeRewrites(
  'R, fail fast',
  'a.R',
  [
    [`key <- "${key}"\n`, `key <- ${checked}\n`],
    [`h <- "Bearer ${key}"\n`, `h <- paste0("Bearer ", ${checked})\n`],
    [`k <- x %||% "${key}"\n`, `k <- x %||% (${checked})\n`],
  ],
  'failFast',
);
