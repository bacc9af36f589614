import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = '${OPENAI_API_KEY:?OPENAI_API_KEY is not set}';

const cases: readonly RewriteCase[] = [
  [`k=${key}\n`, `k="${read}"\n`],
  [`k='${key}'`, `k="${read}"`],
  [`k='Bearer ${key}'\r\n`, `k="Bearer ${read}"\r\n`],
  [`f '{"a":"${key}"}'`, `f '{"a":"'"${read}"'"}'`],
  [`f 'cost: $5 ${key}'`, `f 'cost: $5 '"${read}"`],
  [`f "\\"${key}\\""`, `f "\\"${read}\\""`],
  [`f --key=${key} x`, `f --key="${read}" x`],
  [`export OPENAI_API_KEY=${key}`, `export OPENAI_API_KEY="${read}"`],
  [`export MY_KEY="${key}"`, 'export MY_KEY="${MY_KEY:?MY_KEY is not set}"'],
  [`MY_KEY="${key}"\nexport MY_KEY`, 'MY_KEY="${MY_KEY:?MY_KEY is not set}"\nexport MY_KEY'],
  [`MY_KEY=${key} run x`, 'MY_KEY="${MY_KEY:?MY_KEY is not set}" run x'],
  [`k="\${MY_KEY:-${key}}"`, 'k="${MY_KEY:?MY_KEY is not set}"'],
  [`k=\${MY_KEY:-"${key}"}`, 'k=${MY_KEY:?MY_KEY is not set}'],
  [`: "\${MY_KEY:=${key}}"`, ': "${MY_KEY:?MY_KEY is not set}"'],
  [`k="\${1:-${key}}"`, `k="\${1:-${read}}"`],
  [`k="\${local_key:-${key}}"`, `k="\${local_key:-${read}}"`],
  [`k="\${AUTH:-Bearer ${key}}"`, `k="\${AUTH:-Bearer ${read}}"`],
  [`k="\${x#${key}}"`, /pattern/],
  [`cat <<EOF\nkey: ${key}\nEOF\n`, `cat <<EOF\nkey: ${read}\nEOF\n`],
  [`cat <<'EOF'\nkey: ${key}\nEOF\n`, `cat <<EOF\nkey: ${read}\nEOF\n`],
  [`cat <<'EOF'\nkey: ${key} $x\nEOF\n`, /here-document whose mark is in quotes/],
  [`case $k in ${key}) f ;; esac`, /pattern of case/],
  [`case $k in "${key}") f ;; esac`, /pattern of case/],
  [`[[ $k =~ ^${key}$ ]]`, /pattern/],
  [`[[ $k == ${key}* ]]`, /pattern/],
  [`m[${key}]=1`, /index/],
  [`# ${key}`, /comment/],
  [`#!/usr/bin/env fish\nset k ${key}`, /fish runs this file/],
  [`#!/bin/csh\nset k = "${key}"`, /csh runs this file/],
  [`#!/usr/bin/env python3\nk = "${key}"`, /python3 runs this file/],
  [`#!/usr/bin/env -S node\nf("${key}")`, /node runs this file/],
  [`#!/usr/bin/env -S bash -e\nk="${key}"`, `#!/usr/bin/env -S bash -e\nk="${read}"`],
  [`OPENAI_API_KEY=$1\nf "${key}"`, /gives OPENAI_API_KEY another value/],
  [`read -r OPENAI_API_KEY\nf "${key}"`, /gives OPENAI_API_KEY another value/],
  [`unset OPENAI_API_KEY\nf "${key}"`, /gives OPENAI_API_KEY another value/],
  [`f() {\n  local OPENAI_API_KEY=$1\n}\nf "${key}"`, `f() {\n  local OPENAI_API_KEY=$1\n}\nf "${read}"`],
  [`f() {\n  local OPENAI_API_KEY=$1\n  f "${key}"\n}`, /gives OPENAI_API_KEY another value/],
  [`alias a='f ${key}'`, `alias a='f "${read}"'`],
];

describeRewrites('shell', 'a.sh', cases);
