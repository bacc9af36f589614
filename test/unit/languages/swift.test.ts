import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'ProcessInfo.processInfo.environment["OPENAI_API_KEY"]!';
const at = 'import Foundation\n';
const after = (line: string): string => `${at}${line}\n`;

const cases: readonly RewriteCase[] = [
  [after(`let key = "${key}"`), after(`let key = ${read}`)],
  [`${at}let key: String? = "${key}"`, `${at}let key: String? = ${read}`],
  [`import Foundation\r\nlet key = "${key}"\r\n`, `import Foundation\r\nlet key = ${read}\r\n`],
  [after(`let key = #"${key}"#`), /in a raw string/],
  [after(`let h = "Bearer ${key}\\n\\(x)"`), after(`let h = "Bearer \\(${read})\\n\\(x)"`)],
  [after(`let h = #"a\\b ${key}"#`), /in a raw string|could not be read/],
  [after(`let h = """\n  {"a": "${key}"}\n  """`), after(`let h = """\n  {"a": "\\(${read})"}\n  """`)],
  [after(`let h = "Bearer " + "${key}"`), after(`let h = "Bearer " + ${read}`)],
  [after(`let k = "${key}".lowercased()`), after(`let k = ${read}.lowercased()`)],
  [after(`let c = ["a", "${key}"]`), after(`let c = ["a", ${read}]`)],
  [after(`let c = ["a": "b", "key": "${key}"]`), after(`let c = ["a": "b", "key": ${read}]`)],
  [after(`let c = Client(key: "${key}", n: 1)`), after(`let c = Client(key: ${read}, n: 1)`)],
  [
    after(`r.setValue("Bearer ${key}", forHTTPHeaderField: "A")`),
    after(`r.setValue("Bearer \\(${read})", forHTTPHeaderField: "A")`),
  ],
  [after(`func f() -> String { return "${key}" }`), after(`func f() -> String { return ${read} }`)],
  [after(`var key: String { "${key}" }`), after(`var key: String { ${read} }`)],
  [after(`func f(key: String = "${key}") {}`), after(`func f(key: String = ${read}) {}`)],
  [after(`enum A { static let key = "${key}" }`), after(`enum A { static let key = ${read} }`)],
  [after(`x.key = "${key}"`), after(`x.key = ${read}`)],
  [after(`let k = a ? "b" : "${key}"`), after(`let k = a ? "b" : ${read}`)],
  [after(`let k = o.key ?? "${key}"`), after(`let k = o.key ?? ${read}`)],
  [
    after(`let k = ProcessInfo.processInfo.environment["X"] ?? "${key}"`),
    after('let k = ProcessInfo.processInfo.environment["X"]!'),
  ],
  [
    after(`let k = ProcessInfo.processInfo.environment["X", default: "${key}"]`),
    after('let k = ProcessInfo.processInfo.environment["X"]!'),
  ],
  [`// The license.\n\nlet key = "${key}"\n`, `// The license.\n\nimport Foundation\n\nlet key = ${read}\n`],
  [
    `import Crypto\nimport Vapor\nlet k = "${key}"\n`,
    `import Crypto\nimport Foundation\nimport Vapor\nlet k = ${read}\n`,
  ],
  [
    `import Crypto\n@testable import App\nlet k = "${key}"\n`,
    `import Crypto\nimport Foundation\n@testable import App\nlet k = ${read}\n`,
  ],
  [
    `import struct Foundation.URL\nlet k = "${key}"\n`,
    `import Foundation\nimport struct Foundation.URL\nlet k = ${read}\n`,
  ],
  [`#!/usr/bin/swift\nlet k = "${key}"\n`, `#!/usr/bin/swift\nimport Foundation\n\nlet k = ${read}\n`],
  [after(`let k: Token = "${key}"`), /given to a Token/],
  [after(`let k: StaticString = "${key}"`), /given to a StaticString/],
  [after(`enum E: String { case a = "${key}" }`), /value of a case/],
  [after(`@available(*, deprecated, message: "${key}") func f() {}`), /attribute takes literals/],
  [after(`switch x { case "${key}": f(); default: g() }`), /what a branch is chosen by/],
  [after(`m["${key}"] = 1`), /name of an entry/],
  [after(`let m = ["${key}": 1]`), /name of an entry/],
  [after(`class ProcessInfo {}\nlet k = "${key}"`), /ProcessInfo means something else/],
  [after(`// ${key}`), /in a comment/],
  [`import SwiftUI\nlet k = "${key}"\n`, /ships in the app/],
  [`let k = "${key}"\n`, /ships in the app/, { 'Package.swift': 'platforms: [.iOS(.v17)]' }],
  [after(`let k = "${key}"`), after(`let k = ${read}`), { 'Package.swift': 'platforms: [.macOS(.v13)]' }],
];

describeRewrites('swift rewriter', 'a.swift', cases);

describeRewrites('swift rewriter, beside the Xcode project of the folder', 'Shop/Keys.swift', [
  [`let k = "${key}"\n`, /ships in the app/, { 'Shop.xcodeproj/project.pbxproj': '//' }],
]);
