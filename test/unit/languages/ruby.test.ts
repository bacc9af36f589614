import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'ENV.fetch("OPENAI_API_KEY")';

const cases: readonly RewriteCase[] = [
  // Form: line endings and the end of the file stay.
  [`a = 1\r\nkey = "${key}"\r\n`, `a = 1\r\nkey = ${read}\r\n`],
  [`key = "${key}"`, `key = ${read}`],
  [
    `key = <<~EOS\r\n  k: ${key}\r\nEOS\r\n`,
    `key = <<~EOS\r\n  k: #{${read}}\r\nEOS\r\n`.replaceAll('"', "'"),
  ],
  [`key = '${key}'.freeze\n`, `key = ENV.fetch('OPENAI_API_KEY')\n`],
  // Lookups that are there.
  [`k = ENV['X'] || '${key}'\n`, `k = ENV.fetch('X')\n`],
  [`k = ENV["X"].presence || "${key}"\n`, `k = ENV.fetch("X")\n`],
  [`k = ENV.fetch("X", nil) || "${key}"\n`, `k = ENV.fetch("X")\n`],
  [`k = ENV.key?("X") ? ENV["X"] : "${key}"\n`, `k = ENV.fetch("X")\n`],
  [`k = ENV["X"].nil? ? "${key}" : ENV["X"]\n`, `k = ENV.fetch("X")\n`],
  [`k = ENV["A"] || ENV["B"] || "${key}"\n`, `k = ENV["A"] || ENV.fetch("B")\n`],
  [`k = ::ENV["X"] || "${key}"\n`, `k = ENV.fetch("X")\n`],
  [`k = cond ? other : "${key}"\n`, `k = cond ? other : ${read}\n`],
  [`k = ENV[name] || "${key}"\n`, `k = ENV[name] || ${read}\n`],
  // Lines that set the environment.
  [`ENV["OPENAI_API_KEY"] = "${key}"\n`, ''],
  [`ENV["X"] ||= "${key}"\n`, ''],
  [`ENV.store("X", "${key}")\n`, /sets the environment variable X/],
  [`ENV.update("X" => "${key}")\n`, /sets the environment variable/],
  [`before { ENV["X"] = "${key}" }\n`, /sets the environment/],
  [`ENV["MODE"] = mode(key: "${key}")\n`, `ENV["MODE"] = mode(key: ${read})\n`],
  // Places where no lookup can stand.
  [`# ${key}\n`, /comment/],
  [`=begin\n${key}\n=end\n`, /comment/],
  [`a = %w[${key} b]\n`, /list of plain words/],
  [`a = :"${key}"\n`, /symbol/],
  [`a = %i[${key}]\n`, /symbol/],
  [`a = { "${key}": 1 }\n`, /name of a hash entry/],
  [`a = /${key}/\n`, /regular expression/],
  [`require "${key}"\n`, /loaded/],
  [`a = 1\n__END__\n${key}\n`, /__END__|not inside a string/],
  [`ENV = {}\nk = "${key}"\n`, /ENV means something else/],
  [`module A\n  ENV = {}\nend\nk = "${key}"\n`, `module A\n  ENV = {}\nend\nk = ${read}\n`],
  // Adjacent literals and strings that are changed in place.
  [`k = "a" "${key}"\n`, `k = "a" "#{${read}}"\n`],
  [`k = ("${key}")\nk.strip!\n`, `k = (${read}.dup)\nk.strip!\n`],
  [
    `# frozen_string_literal: true\nk = "${key}"\nk = k.strip\n`,
    `# frozen_string_literal: true\nk = ${read}\nk = k.strip\n`,
  ],
];

describeRewrites('Ruby', 'app/a.rb', cases);
