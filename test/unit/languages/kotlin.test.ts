import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'System.getenv("OPENAI_API_KEY") ?: error("OPENAI_API_KEY is not set")';
const elsewhere = (name: string): string => `System.getenv("${name}") ?: error("${name} is not set")`;

const cases: readonly RewriteCase[] = [
  [`val key = "${key}"\r\nval b = 1\r\n`, `val key = ${read}\r\nval b = 1\r\n`],
  [`val key: String? = "${key}"`, `val key: String? = ${read}`],
  [`val key = """${key}"""\n`, `val key = ${read}\n`],
  [`val h = "Bearer ${key}\\n$x"\n`, `val h = "Bearer \${${read}}\\n$x"\n`],
  [`val h = """{"a": "${key}"}"""\n`, `val h = """{"a": "\${${read}}"}"""\n`],
  [`val h = "Bearer " + "${key}"\n`, `val h = "Bearer " + (${read})\n`],
  [`val k = ("${key}").trim()\n`, `val k = (${read}).trim()\n`],
  [`val k = "${key}".trim()\n`, `val k = (${read}).trim()\n`],
  [`val c = listOf("a", "${key}")\n`, `val c = listOf("a", ${read})\n`],
  [`val c = mapOf("key" to "${key}")\n`, `val c = mapOf("key" to (${read}))\n`],
  [`val c = Client(key = "${key}", n = 1)\n`, `val c = Client(key = ${read}, n = 1)\n`],
  [`fun key(): String = "${key}"\n`, `fun key(): String = ${read}\n`],
  [`fun key(): String {\n  return "${key}"\n}\n`, `fun key(): String {\n  return ${read}\n}\n`],
  [`fun f(key: String = "${key}") {}\n`, `fun f(key: String = ${read}) {}\n`],
  [`class A(val key: String = "${key}")\n`, `class A(val key: String = ${read})\n`],
  [`val key by lazy { "${key}" }\n`, `val key by lazy { ${read} }\n`],
  [`val k = when (x) { 1 -> "${key}"; else -> "" }\n`, `val k = when (x) { 1 -> ${read}; else -> "" }\n`],
  [`fun f() { m["x"] = "${key}" }\n`, `fun f() { m["x"] = ${read} }\n`],
  [`val k = opts.key ?: "${key}"\n`, `val k = opts.key ?: ${read}\n`],
  [`val k = System.getenv("X") ?: "${key}"\n`, `val k = ${elsewhere('X')}\n`],
  [`val k = o.key ?: System.getenv("X") ?: "${key}"\n`, `val k = o.key ?: ${elsewhere('X')}\n`],
  [`val k = f(System.getenv().getOrDefault("X", "${key}"))\n`, `val k = f(${elsewhere('X')})\n`],
  [`val k = System.getenv().getOrElse("X") { "${key}" }.trim()\n`, `val k = (${elsewhere('X')}).trim()\n`],
  [`private const val KEY = "${key}"\n`, `private val KEY = ${read}\n`],
  [`object A {\n    const val KEY = "${key}"\n}\n`, `object A {\n    val KEY = ${read}\n}\n`],
  [`enum class E(val key: String) { A("${key}") }\n`, `enum class E(val key: String) { A(${read}) }\n`],
  [`const val KEY = "${key}"\n@Value(KEY)\nclass A\n`, /KEY is used in an annotation/],
  [`const val KEY = "${key}"\nconst val H = "Bearer $KEY"\n`, /H is a constant made of KEY/],
  [`val h = "Bearer $KEY"\nconst val KEY = "${key}"\n`, /reads it before it is set/],
  [`const val KEY = "${key}"\nannotation class A(val k: String = KEY)\n`, /KEY is used in an annotation/],
  [`@Value("${key}")\nclass A\n`, /annotation takes constants/],
  [`annotation class A(val key: String = "${key}")\n`, /annotation takes constants/],
  [`fun f() { m["${key}"] = 1 }\n`, /name of an entry/],
  [`val k = when (x) { "${key}" -> 1; else -> 0 }\n`, /what a branch is chosen by/],
  [`class System\nval k = "${key}"\n`, /System means something else/],
  [`fun error(m: Any) = 1\nval k = "${key}"\n`, /error means something else/],
  [`fun f(error: (String) -> Unit) { send("${key}") }\n`, /error means something else/],
  [`fun f(error: String) { send("${key}") }\n`, `fun f(error: String) { send(${read}) }\n`],
  [`// ${key}\n`, /in a comment/],
  [`import android.os.Bundle\nval k = "${key}"\n`, /ships in the app/],
  [
    `val k = "${key}"\n`,
    /ships in the app/,
    { 'build.gradle.kts': 'plugins { id("com.android.application") }' },
  ],
  [`import kotlinx.browser.window\nval k = "${key}"\n`, /runs in the browser/],
  [`import platform.posix.getenv\nval k = "${key}"\n`, /on the JVM alone/],
];

describeRewrites('kotlin rewriter', 'a.kt', cases);
