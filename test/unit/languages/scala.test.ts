import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'sys.env("OPENAI_API_KEY")';

const cases: readonly RewriteCase[] = [
  [`val key = "${key}"\r\nval b = 1\r\n`, `val key = ${read}\r\nval b = 1\r\n`],
  [`val key: String = "${key}"`, `val key: String = ${read}`],
  [`val key = """${key}"""\n`, `val key = ${read}\n`],
  [`val key = s"${key}"\n`, `val key = ${read}\n`],
  [`val h = s"Bearer ${key} $x"\n`, `val h = s"Bearer \${${read}} $x"\n`],
  [`val h = raw"a\\b ${key}"\n`, `val h = raw"a\\b \${${read}}"\n`],
  [`val h = f"Bearer ${key}%n"\n`, /string of the kind f""/],
  [`val h = "Bearer ${key}\\n"\n`, `val h = "Bearer " + ${read} + "\\n"\n`],
  [`val h = """{"a": "${key}"}"""\n`, `val h = """{"a": """" + ${read} + """"}"""\n`],
  [`val h = "Bearer " + "${key}"\n`, `val h = "Bearer " + ${read}\n`],
  [`val k = "${key}".trim\n`, `val k = ${read}.trim\n`],
  [`val k = "a ${key}".trim\n`, `val k = ("a " + ${read}).trim\n`],
  [`val c = List("a", "${key}")\n`, `val c = List("a", ${read})\n`],
  [`val c = Map("key" -> "${key}")\n`, `val c = Map("key" -> ${read})\n`],
  [`val c = Map("key" -> "Bearer ${key}")\n`, `val c = Map("key" -> ("Bearer " + ${read}))\n`],
  [`val c = new Client(key = "${key}", n = 1)\n`, `val c = new Client(key = ${read}, n = 1)\n`],
  [`def key: String = "${key}"\n`, `def key: String = ${read}\n`],
  [`def key = {\n  "${key}"\n}\n`, `def key = {\n  ${read}\n}\n`],
  [`def f(key: String = "${key}") = 1\n`, `def f(key: String = ${read}) = 1\n`],
  [`case class A(key: String = "${key}")\n`, `case class A(key: String = ${read})\n`],
  [
    `val k = x match { case 1 => "${key}"; case _ => "" }\n`,
    `val k = x match { case 1 => ${read}; case _ => "" }\n`,
  ],
  [`val f = (x: Int) => "${key}"\n`, `val f = (x: Int) => ${read}\n`],
  [`val k = sys.env.getOrElse("X", "${key}")\n`, 'val k = sys.env("X")\n'],
  [`val k = sys.env.get("X").getOrElse("${key}").trim\n`, 'val k = sys.env("X").trim\n'],
  [`val k = Option(System.getenv("X")) getOrElse "${key}"\n`, 'val k = sys.env("X")\n'],
  [`object A { final val Key = "${key}" }\n`, `object A { final val Key = ${read} }\n`],
  [`object A { val b = "a" + K; final val K = "${key}" }\n`, /reads it before it is set/],
  [`object A { final val K = "${key}"; @Value(K) val b = 1 }\n`, /K is used in an annotation/],
  [`inline val k = "${key}"\n`, /Take away inline/],
  [`val k: "${key}" = x\n`, /at this place in Scala/],
  [`val k: Token = "${key}"\n`, /given to a Token/],
  [`@deprecated("${key}", "1") class A\n`, /annotation takes constants/],
  [`x match { case "${key}" => 1 }\n`, /what a branch is chosen by/],
  [`import com.acme.sys\nval k = "${key}"\n`, /sys means something else/],
  [`import com.acme.{ a => sys }\nval k = "${key}"\n`, /sys means something else/],
  [`import scala.sys.process._\nval k = "${key}"\n`, `import scala.sys.process._\nval k = ${read}\n`],
  [`class A(sys: Int) { val k = "${key}" }\n`, /sys means something else/],
  [
    `class A(sys: Int) {}\nclass B { val k = "${key}" }\n`,
    `class A(sys: Int) {}\nclass B { val k = ${read} }\n`,
  ],
  [`/* ${key} */\n`, /in a comment/],
  [`import scala.scalajs.js\nval k = "${key}"\n`, /runs in the browser/],
];

describeRewrites('scala rewriter', 'a.scala', cases);
