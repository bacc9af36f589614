import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = '$OPENAI_API_KEY';

const cases: readonly RewriteCase[] = [
  [`if not set -q X\n    set -gx X ${key}\nend\nf\n`, 'f\n'],
  [`if not set -q X\n    set -gx X ${key}\n    g\nend\n`, 'if not set -q X\n    g\nend\n'],
  [`set key "${key}"\r\n`, `set key "${read}"\r\n`],
  [`set -l key '${key}'`, `set -l key "${read}"`],
  [`set key ${key} # ours\n`, `set key ${read} # ours\n`],
  [`set -gx key ${key}\n`, `set -gx key ${read}\n`],
  [`set -gx OPENAI_API_KEY "${key}" # ours\nf\n`, 'f\n'],
  [`set -x SHOP_KEY ${key}\nf\n`, 'f\n'],
  [`set --global --export SHOP_KEY '${key}'\nf\n`, 'f\n'],
  [`set -q SHOP_KEY; or set -gx SHOP_KEY "${key}"\nf\n`, 'f\n'],
  [`set -q SHOP_KEY\nor set -gx SHOP_KEY "${key}"\nf\n`, 'f\n'],
  [
    `set -q SHOP_KEY # ours\nor set -gx SHOP_KEY "${key}"\n`,
    'set -q SHOP_KEY # ours\nor set -gx SHOP_KEY $SHOP_KEY\n',
  ],
  [`set OPENAI_API_KEY "a ${key}"\n`, /gives OPENAI_API_KEY another value/],
  [`f 'a\\${key}'\n`, /escapes/],
  [`if not set -q SHOP_KEY\n  set -gx SHOP_KEY "${key}"\nend\n`, ''],
  [`f; set -gx SHOP_KEY "${key}"\n`, 'f; set -gx SHOP_KEY $SHOP_KEY\n'],
  [`SHOP_KEY="${key}" f\n`, 'SHOP_KEY="$SHOP_KEY" f\n'],
  [`curl -H "Authorization: Bearer ${key}"\n`, `curl -H "Authorization: Bearer ${read}"\n`],
  [`curl -H 'Authorization: Bearer ${key}; v'\n`, `curl -H "Authorization: Bearer ${read}; v"\n`],
  [`f 'a $b ${key} "c"'\n`, `f 'a $b '"${read}"' "c"'\n`],
  [`f "${key}[1] ${key}"\n`, `f "${read}""[1] ${read}"\n`],
  [`f --key=${key}\n`, `f --key="${read}"\n`],
  [`set k (f "${key}" | g)\n`, `set k (f "${read}" | g)\n`],
  [`f "a $(g "${key}") b"\n`, `f "a $(g "${read}") b"\n`],
  [`function f\n  echo '${key}'\nend\n`, `function f\n  echo "${read}"\nend\n`],
  [`if test "$k" = "${key}"\n  f\nend\n`, `if test "$k" = "${read}"\n  f\nend\n`],
  [`f \\\n  --key "${key}"\n`, `f \\\n  --key "${read}"\n`],
  [`switch $x\n  case "${key}"\n    f\nend\n`, /pattern of case/],
  [`set OPENAI_API_KEY other\nf "${key}"\n`, /gives OPENAI_API_KEY another value/],
  [`# ${key}\n`, /in a comment/],
  [`${key} a\n`, /name of a command/],
];

describeRewrites('fish', 'a.fish', cases);
