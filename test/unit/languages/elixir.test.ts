import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'System.fetch_env!("OPENAI_API_KEY")';

const cases: readonly RewriteCase[] = [
  [`if System.get_env("X") == nil do\n  System.put_env("X", "${key}")\nend\nf()\n`, 'f()\n'],
  [`key = "${key}"\r\n`, `key = ${read}\r\n`],
  [`key = ~s(${key})`, `key = ${read}`],
  [`key = ~S[${key}]\n`, `key = ${read}\n`],
  [`send("${key}", 1)\n`, `send(${read}, 1)\n`],
  [`send "${key}"\n`, `send ${read}\n`],
  [`Client.new(api_key: "${key}", model: "m")\n`, `Client.new(api_key: ${read}, model: "m")\n`],
  [`config :acme, Acme.Client, api_key: "${key}"\n`, `config :acme, Acme.Client, api_key: ${read}\n`],
  [`c = %{"key" => "${key}", k: 1}\n`, `c = %{"key" => ${read}, k: 1}\n`],
  [`c = %Client{key: "${key}"}\n`, `c = %Client{key: ${read}}\n`],
  [`l = [{"a", "${key}"}, "b"]\n`, `l = [{"a", ${read}}, "b"]\n`],
  [`"${key}" |> send()\n`, `${read} |> send()\n`],
  [`h = "Bearer ${key}; v=#{v}"\n`, `h = "Bearer #{${read}}; v=#{v}"\n`],
  [`h = "Bearer " <> "${key}" <> x\n`, `h = "Bearer " <> ${read} <> x\n`],
  [`h = ~S(\\d ${key})\n`, `h = ~S(\\d ) <> ${read}\n`],
  [`h = """\nkey: ${key}\n"""\n`, `h = """\nkey: #{${read}}\n"""\n`],
  [`k = System.get_env("SHOP_KEY") || "${key}"\n`, 'k = System.fetch_env!("SHOP_KEY")\n'],
  [`k = o[:key] || System.get_env("X") || "${key}"\n`, 'k = o[:key] || System.fetch_env!("X")\n'],
  [`k = o[:key] || System.get_env("X") || "${key}"\n`, 'k = o[:key] || System.fetch_env!("X")\n'],
  [`k = System.get_env("SHOP_KEY", "${key}")\n`, 'k = System.fetch_env!("SHOP_KEY")\n'],
  [`k = opts[:key] || "${key}"\n`, `k = opts[:key] || ${read}\n`],
  [`defmodule A do\n  def key, do: "${key}"\nend\n`, `defmodule A do\n  def key, do: ${read}\nend\n`],
  [
    `defmodule A do\n  def f(k \\\\ "${key}") do\n    k\n  end\nend\n`,
    `defmodule A do\n  def f(k \\\\ ${read}) do\n    k\n  end\nend\n`,
  ],
  [
    `defmodule A do\n  defp key do\n    "${key}"\n  end\nend\n`,
    `defmodule A do\n  defp key do\n    ${read}\n  end\nend\n`,
  ],
  [
    `defmodule T do\n  test "a" do\n    assert f("${key}")\n  end\nend\n`,
    `defmodule T do\n  test "a" do\n    assert f(${read})\n  end\nend\n`,
  ],
  [`System.put_env("SHOP_KEY", "${key}")\nrun()\n`, 'run()\n'],
  [`if x, do: System.put_env("SHOP_KEY", "${key}")\n`, /sets the environment variable SHOP_KEY/],
  [`System.put_env(%{"SHOP_KEY" => "${key}"})\n`, /sets the environment variable/],
  [`defmodule A do\n  @key "${key}"\nend\n`, /module attribute/],
  [`defmodule A do\n  use Client, key: "${key}"\nend\n`, /when the module is compiled/],
  [`defmodule A do\n  defmacro k, do: "${key}"\nend\n`, /a macro/],
  [`case x do\n  "${key}" -> 1\nend\n`, /part of a pattern/],
  [`def f(%{key: "${key}"}), do: 1\n`, /part of a pattern/],
  [`def f(k) when k == "${key}", do: 1\n`, /part of a pattern/],
  [`{:ok, "${key}"} = f()\n`, /part of a pattern/],
  [`k = '${key}'\n`, /no charlists/],
  [`k = :"${key}"\n`, /no charlists/],
  [`k = ~c"${key}"\n`, /no charlists/],
  [`k = %{"${key}" => 1}\n`, /name of an entry/],
  [`k = String.length("a" <> m["${key}"])\n`, /name of an entry/],
  [`<<"${key}"::binary>>\n`, /this operator in Elixir/],
  [`alias Acme.System\nk = "${key}"\n`, /name System means something else/],
  [`alias Acme.{Http, System}\nk = "${key}"\n`, /name System means something else/],
  [`# ${key}\n`, /in a comment/],
  [`k = "\\u0041 ${key}"\n`, `k = "\\u0041 #{${read}}"\n`],
  [`h = "a \\${key}"\n`, /A backslash stands before/],
];

describeRewrites('Elixir', 'lib/a.ex', cases);

describeRewrites(
  'Elixir, plain',
  'lib/a.ex',
  [[`k = System.get_env("SHOP_KEY") || "${key}"\n`, 'k = System.get_env("SHOP_KEY")\n']],
  'plain',
);

const config = (value: string): string => `import Config\n\nconfig :a, key: ${value}\n`;
const refusedConfig: RewriteCase = [config(`"${key}"`), /config\/runtime\.exs/];
const movedConfig: RewriteCase = [config(`"${key}"`), config(read)];
describeRewrites('Elixir, config', 'config/config.exs', [refusedConfig]);
describeRewrites('Elixir, config of a release', 'apps/a/config/prod.exs', [refusedConfig]);
describeRewrites('Elixir, config at run time', 'config/runtime.exs', [movedConfig]);
describeRewrites('Elixir, config of development', 'config/dev.exs', [movedConfig]);
