import assert from 'node:assert/strict';
import { describeRewrites, type RewriteCase, rewrite } from '../../support/rewriting';

const key = '«openai-project-key»';
const read = 'std::env::var("OPENAI_API_KEY").expect("OPENAI_API_KEY is not set")';
const own = 'std::env::var("MY_KEY").expect("MY_KEY is not set")';
const main = (code: string): string => `fn main() {\n    ${code}\n}\n`;

const cases: readonly RewriteCase[] = [
  [main(`let k = "${key}";`), main(`let k = ${read};`)],
  [main(`let k = "${key}";\r\n    f(k);`), main(`let k = ${read};\r\n    f(&k);`)],
  [main(`let k = r##"${key}"##.to_string();`), main(`let k = ${read};`)],
  [main(`let k = b"${key}";`), /byte string/],
  [main(`let k = c"${key}";`), /byte string/],
  [main(`f("Bearer ${key}");`), main(`f(&format!("Bearer {}", ${read}));`)],
  [
    main(`let k = HeaderValue::from_static("${key}");`),
    main(`let k = HeaderValue::from_str(&${read}).expect("the header is valid");`),
  ],
  [main(`let k = Bytes::from_static("${key}");`), /known when the program is built/],
  [main(`let k = json!({"key": "${key}", "a": [1]});`), main(`let k = json!({"key": ${read}, "a": [1]});`)],
  [main(`let k = json!({"${key}": 1});`), /name of a property/],
  [main(`let k = env!("MY_KEY", "${key}");`), /nothing but a literal/],
  [main(`let k = option_env!("MY_KEY").unwrap_or("${key}");`), /while the program is built/],
  [main(`let k = std::env::var("MY_KEY").unwrap_or("${key}".into());`), main(`let k = ${own};`)],
  [
    main(`let k = std::env::var("MY_KEY").unwrap_or_else(|_| String::from("${key}"));`),
    main(`let k = ${own};`),
  ],
  [
    main(`let k = std::env::var("MY_KEY").unwrap_or_else(|_| { warn(); "${key}".into() });`),
    /default of a variable, with other code/,
  ],
  [main(`std::env::set_var("OPENAI_API_KEY", "${key}");`), /sets the environment/],
  [main(`unsafe { env::set_var("OPENAI_API_KEY", "${key}") };`), /sets the environment/],
  [main(`match k { "${key}" => 1, _ => 2 };`), /pattern of match/],
  [main(`matches!(k, "${key}");`), /pattern of matches!/],
  [`#[serde(default = "${key}")]\nstruct A;\n`, /attribute/],
  [`#[doc = "${key}"]\nstruct A;\n`, /attribute/],
  [`macro_rules! k { () => { "${key}" } }\n`, /definition of a macro/],
  [`#![no_std]\nfn f() { g("${key}"); }\n`, /without std/],
  [`const fn f() -> &'static str { "${key}" }\n`, /const fn/],
  [`pub const K: &str = "${key}";\n`, /K is public/],
  [`static mut K: &str = "${key}";\n`, /can change/],
  [`const K: &str = "${key}";\nconst L: &str = K;\n`, /part of another constant/],
  [`const K: &str = "${key}";\nfn f(k: &str) { match k { K => {} _ => {} } }\n`, /constant or a pattern/],
  [`const K: &[&str] = &["${key}"];\n`, /holds more than the key/],
  [`trait A { const K: &'static str = "${key}"; }\n`, /belongs to a trait/],
  [`impl A for B { const K: &'static str = "${key}"; }\n`, /belongs to a trait/],
  [`const K: &str = "${key}";\nfn f() { let K = 1; }\n`, /means several things/],
  [`// ${key}\n`, /comment/],
  [`/// ${key}\nfn f() {}\n`, /comment/],
  [`mod std {}\nfn f() { g("${key}"); }\n`, `mod std {}\nfn f() { g(&::${read}); }\n`],
  [
    `use std::env;\nmod a { fn f() { g("${key}"); } }\n`,
    `use std::env;\nmod a { fn f() { g(&${read}); } }\n`,
  ],
  [
    `use std::{env, fs};\nfn f() { g("${key}"); }\n`,
    `use std::{env, fs};\nfn f() { g(&${read.replace('std::', '')}); }\n`,
  ],
  [
    `const K: &str = "${key}";\nfn f() -> usize { K.len() }`,
    `use std::sync::LazyLock;\n\nstatic K: LazyLock<String> =\n    LazyLock::new(|| ${read});\nfn f() -> usize { K.len() }`,
  ],
];

describeRewrites('rust', 'src/a.rs', cases);

describe('rust, by its project', () => {
  it('a constant needs Rust 1.80', async () => {
    const cargo = '[package]\nrust-version = "1.70"\n';
    const result = await rewrite('src/a.rs', `const K: &str = "${key}";\n`, { 'Cargo.toml': cargo });
    assert.match(result, /needs Rust 1\.80/);
  });

  it('String::leak needs Rust 1.72', async () => {
    const cargo = '[package]\nrust-version = "1.70"\n';
    const result = await rewrite('src/a.rs', `fn f() -> &'static str { "${key}" }\n`, {
      'Cargo.toml': cargo,
    });
    assert.equal(result, `fn f() -> &'static str { Box::leak(${read}.into_boxed_str()) }\n`);
  });

  it('a module of its own that uses the constant', async () => {
    const text = `mod other;\nconst K: &str = "${key}";\n`;
    const result = await rewrite('src/main.rs', text, { 'src/other.rs': 'use super::K;\n' });
    assert.match(result, /Another file uses K/);
  });

  it('a public constant of a program', async () => {
    const result = await rewrite('src/main.rs', `pub const K: &str = "${key}";\n`);
    assert.match(result, /^use std::sync::LazyLock;\n\npub static K: LazyLock<String> =/);
  });
});
