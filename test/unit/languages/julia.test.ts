import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'ENV["OPENAI_API_KEY"]';

const cases: readonly RewriteCase[] = [
  [`if isempty(get(ENV, "X", ""))\n    ENV["X"] = "${key}"\nend\nf()\n`, 'f()\n'],
  [`key = "${key}"\r\n`, `key = ${read}\r\n`],
  [`const KEY = "${key}"`, `const KEY = ${read}`],
  [`const KEY::String = raw"${key}"\n`, `const KEY::String = ${read}\n`],
  [`key = """${key}"""\n`, `key = ${read}\n`],
  [`f("${key}"; key = "${key}")\n`, `f(${read}; key = ${read})\n`],
  [`d = Dict("key" => "${key}")\n`, `d = Dict("key" => ${read})\n`],
  [`h = ["Authorization" => "Bearer ${key}"]\n`, `h = ["Authorization" => "Bearer $(${read})"]\n`],
  [`h = "a $x ${key} $(y) b"\n`, `h = "a $x $(${read}) $(y) b"\n`],
  [`h = "Bearer " * "${key}" * x\n`, `h = "Bearer " * ${read} * x\n`],
  [`h = raw"\\a ${key}"\n`, `h = raw"\\a " * ${read}\n`],
  [`h = """\n  key: ${key}\n  """\n`, `h = """\n  key: $(${read})\n  """\n`],
  [`a, b = "${key}", 1\n`, `a, b = ${read}, 1\n`],
  [`c = (key = "${key}", n = 1)\n`, `c = (key = ${read}, n = 1)\n`],
  [`f(k = "${key}") = k\n`, `f(k = ${read}) = k\n`],
  [`function f()\n  return "${key}"\nend\n`, `function f()\n  return ${read}\nend\n`],
  [`function f()\n  "${key}"\nend\n`, `function f()\n  ${read}\nend\n`],
  [`f() = "${key}"\n`, `f() = ${read}\n`],
  [`k = x == "${key}" ? "${key}" : y\n`, `k = x == ${read} ? ${read} : y\n`],
  [`@info f("${key}")\n`, `@info f(${read})\n`],
  [`k = get(ENV, "SHOP_KEY", "${key}")\n`, 'k = ENV["SHOP_KEY"]\n'],
  [`k = haskey(ENV, "SHOP_KEY") ? ENV["SHOP_KEY"] : "${key}"\n`, 'k = ENV["SHOP_KEY"]\n'],
  [`ENV["SHOP_KEY"] = "${key}"\nf()\n`, 'f()\n'],
  [`ENV[name] = "${key}"\n`, /sets the environment variable/],
  [`module M\nconst K = "${key}"\nend\n`, /when the module is compiled/],
  [`module M\nf() = "${key}"\nend\n`, `module M\nf() = ${read}\nend\n`],
  [`@client "${key}"\n`, /given to a macro/],
  [`@client f("${key}")\n`, /given to a macro/],
  [`e = :(f("${key}"))\n`, /code that is quoted/],
  [`d["${key}"] = 1\n`, /name of an entry/],
  [`d = Dict("${key}" => 1)\n`, /name of an entry/],
  [`r = \`curl ${key}\`\n`, /plain and raw strings alone/],
  [`r = r"${key}"\n`, /plain and raw strings alone/],
  [`"${key}"\nfunction f() end\n`, /at this place in Julia/],
  [`function f(ENV)\n  g("${key}")\nend\n`, /name ENV means something else/],
  [`f(ENV) = g("${key}")\n`, /name ENV means something else/],
  [`map(x) do ENV\n  g("${key}")\nend\n`, /name ENV means something else/],
  [`# ${key}\n`, /in a comment/],
  [`#= ${key} =#\n`, /in a comment/],
  [`h = raw"a\\${key}"\n`, /A backslash stands before/],
];

describeRewrites('Julia', 'a.jl', cases);

describeRewrites(
  'Julia, plain',
  'a.jl',
  [[`h = "Bearer ${key}"\n`, 'h = "Bearer $(get(ENV, "OPENAI_API_KEY", ""))"\n']],
  'plain',
);
