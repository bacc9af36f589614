import { checkCutOff, checkRewrite, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = '$env:OPENAI_API_KEY';

const cases: readonly RewriteCase[] = [
  [`$key = "${key}"\r\n`, `$key = ${read}\r\n`],
  [`[string]$key = '${key}'`, `[string]$key = ${read}`],
  [`$script:key = '${key}'\n`, `$script:key = ${read}\n`],
  [`$key = @"\n${key}\n"@\n`, `$key = ${read}\n`],
  [`$key = @'\r\n${key}\r\n'@\r\n`, `$key = ${read}\r\n`],
  [`Invoke-It -Key "${key}" -N 1\n`, `Invoke-It -Key ${read} -N 1\n`],
  [`Invoke-It -Key:'${key}'\n`, `Invoke-It -Key:${read}\n`],
  [`Invoke-It ${key}\n`, `Invoke-It ${read}\n`],
  [`$c.Send("${key}", 1)\n`, `$c.Send(${read}, 1)\n`],
  [`$h = @{ Key = "${key}"; N = 1 }\n`, `$h = @{ Key = ${read}; N = 1 }\n`],
  [`$l = @("${key}", 'b')\n`, `$l = @(${read}, 'b')\n`],
  [`$h = @{ Authorization = "Bearer ${key}" }\n`, `$h = @{ Authorization = "Bearer $(${read})" }\n`],
  [`$h = 'Bearer ${key}'\n`, `$h = "Bearer $(${read})"\n`],
  [`$h = '{"it''s": "$x ${key}"}'\n`, `$h = "{\`"it's\`": \`"\`$x $(${read})\`"}"\n`],
  [`$h = @'\nkey: ${key}\n'@\n`, `$h = @"\nkey: $(${read})\n"@\n`],
  [`$h = "Bearer " + "${key}"\n`, `$h = "Bearer " + ${read}\n`],
  [`param(\n  [string]$Key = "${key}"\n)\nf\n`, `param(\n  [string]$Key = ${read}\n)\nf\n`],
  [`function F([string]$Key = '${key}') { f }\n`, `function F([string]$Key = ${read}) { f }\n`],
  [`function F {\n  return "${key}"\n}\n`, `function F {\n  return ${read}\n}\n`],
  [`if ($x -eq "${key}") { f }\n`, `if ($x -eq ${read}) { f }\n`],
  [`"${key}" | Out-File x\n`, `${read} | Out-File x\n`],
  [`$env:SHOP_KEY = "${key}"\nf\n`, 'f\n'],
  [`if (-not $env:SHOP_KEY) {\n  $env:SHOP_KEY = "${key}"\n}\n`, 'if (-not $env:SHOP_KEY) {\n}\n'],
  [`# ours\n$env:SHOP_KEY = "${key}"\n`, '# ours\n'],
  [`$env:SHOP_KEY = "a ${key}"\n`, /sets the environment variable SHOP_KEY/],
  [`[Environment]::SetEnvironmentVariable("SHOP_KEY", "${key}")\n`, /sets an environment variable/],
  [`param(\n  [ValidateSet("${key}")][string]$Key\n)\nf\n`, /attribute takes constants/],
  [`$h = @{ "${key}" = 1 }\n`, /name of an entry/],
  [`if ($x -match "${key}") { f }\n`, /part of a pattern/],
  [`switch ($x) { "${key}" { f } }\n`, /pattern of switch/],
  [`data { "${key}" }\n`, /data section/],
  [`f --key=${key}\n`, /not inside a string/],
  [`f a/${key}\n`, /without quotes/],
  [`$k = $env:SHOP_KEY ?? "${key}"\n`, /could not be read|not inside a string/],
  [`# ${key}\nf\n`, /in a comment/],
  [`<#\n${key}\n#>\nf\n`, /in a comment/],
  [`$h = "\`${key}"\n`, /A backtick stands before/],
  [`$h = @'\n"@ ${key}\n'@\n`, /quotes that would end it/],
  [`$h = 'a “b” ${key}'\n`, /quotes that would end it/],
  [`$c = New-Object Client("${key}")\n`, `$c = New-Object Client(${read})\n`],
  [`[pscustomobject]@{ Key = '${key}' }\n`, `[pscustomobject]@{ Key = ${read} }\n`],
  [`$u = "https://a.invalid/?key=${key}&n=1"\n`, `$u = "https://a.invalid/?key=$(${read})&n=1"\n`],
];

describe('powershell rewriter', () => {
  for (const one of cases) {
    const [before] = one;
    it(before.replaceAll(/\r?\n/g, ' '), async () => {
      await checkRewrite('a.ps1', one);
      await checkCutOff('a.ps1', one);
    });
  }
});
