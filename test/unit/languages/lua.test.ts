import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'os.getenv("OPENAI_API_KEY") or error("OPENAI_API_KEY is not set")';

const cases: readonly RewriteCase[] = [
  [`local key = "${key}"\r\n`, `local key = ${read}\r\n`],
  [`local key <const> = '${key}'`, `local key <const> = ${read}`],
  [`local key = [[${key}]]\n`, `local key = ${read}\n`],
  [`local c = { key = "${key}", other = 1 }\n`, `local c = { key = ${read}, other = 1 }\n`],
  [`send("${key}", 1)\n`, `send(${read}, 1)\n`],
  [`send "${key}"\n`, `send(${read})\n`],
  [`return "${key}"\n`, `return ${read}\n`],
  [`local a, b = 1, "${key}"\n`, `local a, b = 1, ${read}\n`],
  [`h["Authorization"] = "Bearer ${key}"\n`, `h["Authorization"] = "Bearer " .. (${read})\n`],
  [`h = "Bearer " .. "${key}" .. x\n`, `h = "Bearer " .. (${read}) .. x\n`],
  [`h = ("a ${key} b"):upper()\n`, /at this place in Lua/],
  [`local k = os.getenv("X") or "${key}"\n`, 'local k = os.getenv("X") or error("X is not set")\n'],
  [
    `local k = o.key or os.getenv("X") or "${key}"\n`,
    'local k = o.key or os.getenv("X") or error("X is not set")\n',
  ],
  [
    `local k = o.key or os.getenv("X") or "${key}"\n`,
    'local k = o.key or os.getenv("X") or error("X is not set")\n',
  ],
  [`local k = opts.key or "${key}"\n`, `local k = opts.key or (${read})\n`],
  [`local t = { ["${key}"] = 1 }\n`, /name of a field/],
  [`function f(os) send("${key}") end\n`, /os means something else/],
  [`-- ${key}\n`, /in a comment/],
  [`local k = ("${key}")\n`, `local k = (${read})\n`],
];

describeRewrites('Lua', 'a.lua', cases);
