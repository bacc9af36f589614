import { describeRewrites, type RewriteCase } from '../../support/rewriting';

const key = '«openai-project-key»';
const elsewhere = (name: string): string =>
  `[] { if (const char* value = std::getenv("${name}")) return value; throw std::runtime_error("${name} is not set"); }()`;
const read = elsewhere('OPENAI_API_KEY');
const at = '#include <cstdlib>\n#include <stdexcept>\n';
const top = (...lines: readonly string[]): string => `${at}${lines.join('\n')}\n`;
const inside = (...lines: readonly string[]): string =>
  top('void f() {', ...lines.map((line) => `  ${line}`), '}');

const cases: readonly RewriteCase[] = [
  [inside(`std::string k = "${key}"; // ours`), inside(`std::string k = ${read}; // ours`)],
  [`${at}const std::string k = "${key}";\r\n`, `${at}const std::string k = ${read};\r\n`],
  [`${at}static const char* k = "${key}";`, `${at}static const char* k = ${read};`],
  [inside(`std::string k{"${key}"};`), inside(`std::string k{${read}};`)],
  [inside(`std::string k("${key}");`), inside(`std::string k(${read});`)],
  [inside(`auto k = "${key}";`), inside(`auto k = ${read};`)],
  [inside(`auto k = std::string("${key}");`), inside(`auto k = std::string(${read});`)],
  [inside(`auto k = R"(${key})";`), inside(`auto k = ${read};`)],
  [inside(`send("${key}", 1);`), inside(`send(${read}, 1);`)],
  [inside(`auto p = std::make_unique<A>("${key}");`), inside(`auto p = std::make_unique<A>(${read});`)],
  [inside(`m["key"] = "${key}";`), inside(`m["key"] = ${read};`)],
  [
    inside(`std::map<std::string, std::string> m = {{"k", "${key}"}};`),
    inside(`std::map<std::string, std::string> m = {{"k", ${read}}};`),
  ],
  [inside(`std::vector<std::string> v{"a", "${key}"};`), inside(`std::vector<std::string> v{"a", ${read}};`)],
  [inside(`Config c{.key = "${key}"};`), inside(`Config c{.key = ${read}};`)],
  [inside(`std::cout << "${key}" << 1;`), inside(`std::cout << ${read} << 1;`)],
  [inside(`k = a + "${key}" + b;`), inside(`k = a + ${read} + b;`)],
  [inside(`auto k = a ? "x" : "${key}";`), inside(`auto k = a ? "x" : ${read};`)],
  [inside(`auto l = [] { return "${key}"; };`), inside(`auto l = [] { return ${read}; };`)],
  [top(`class A { std::string k = "${key}"; };`), top(`class A { std::string k = ${read}; };`)],
  [top(`class A { A() : k("${key}") {} };`), top(`class A { A() : k(${read}) {} };`)],
  [
    top(`class A { static inline const std::string k = "${key}"; };`),
    top(`class A { static inline const std::string k = ${read}; };`),
  ],
  [top(`void f(const std::string& k = "${key}");`), top(`void f(const std::string& k = ${read});`)],
  [inside(`auto k = std::getenv("X") ? std::getenv("X") : "${key}";`), inside(`auto k = ${elsewhere('X')};`)],
  [
    inside(`std::string h = "Bearer ${key}\\n";`),
    inside(`std::string h = std::string("Bearer ") + ${read} + "\\n";`),
  ],
  [inside(`std::string h = "${key}:";`), inside(`std::string h = std::string(${read}) + ":";`)],
  [
    inside(`std::string h = R"x({"a": "${key}"})x";`),
    inside(`std::string h = std::string(R"x({"a": ")x") + ${read} + R"x("})x";`),
  ],
  [
    top(`std::string f() { return "Bearer ${key}"; }`),
    top(`std::string f() { return std::string("Bearer ") + ${read}; }`),
  ],
  [
    inside(`cpr::Header h{{"Authorization", "Bearer ${key}"}};`),
    inside(`cpr::Header h{{"Authorization", std::string("Bearer ") + ${read}}};`),
  ],
  [inside(`send("Bearer ${key}");`), /Text stands beside the key/],
  [inside(`const char* h = "Bearer ${key}";`), /Text stands beside the key/],
  [inside(`auto h = "Bearer ${key}";`), /Text stands beside the key/],
  [inside(`std::string h = "Bearer " "${key}";`), /side by side/],
  [inside(`using namespace std::literals; auto k = "${key}"s;`), /has a suffix/],
  [inside(`auto k = L"${key}";`), /another kind of characters/],
  [top(`constexpr auto k = "${key}";`), /is constexpr must be known/],
  [top(`constexpr const char* f() { return "${key}"; }`), /is constexpr must be known/],
  [top(`class A { static constexpr std::string_view k = "${key}"; };`), /is constexpr must be known/],
  [top(`const char k[] = "${key}";`), /copied into an array/],
  [inside(`auto& k = "${key}";`), /copied into an array/],
  [inside(`char* k = "${key}";`), /text that may change/],
  [top(`class A { char k[200] = "${key}"; };`), /copied into an array/],
  [top('struct S { char key[200]; };', `S s{.key = "${key}"};`), /copied into an array/],
  [top('struct S { char key[200]; };', `S s{"${key}"};`), /copied into an array/],
  [inside(`for (auto k : {"a", "${key}"}) send(k);`), inside(`for (auto k : {"a", ${read}}) send(k);`)],
  [inside(`auto l = {"a", "${key}"};`), inside(`auto l = {"a", ${read}};`)],
  [inside(`auto a = "x", k = "${key}";`), inside(`auto a = "x", k = ${read};`)],
  [
    inside(`auto l = [](int a) { if (a) return "x"; return "${key}"; };`),
    inside(`auto l = [](int a) { if (a) return "x"; return ${read}; };`),
  ],
  [inside(`m["${key}"] = 1;`), /name of an entry/],
  [inside(`throw "${key}";`), /at this place in C\+\+/],
  [inside(`static_assert(true, "${key}");`), /at this place in C\+\+/],
  [top(`[[deprecated("${key}")]] void f();`), /does not put a lookup/],
  [inside(`std::printf("${key}");`), /format of what is printed/],
  [inside(`auto k = (char*)"${key}";`), inside(`auto k = (char*)${read};`)],
  [inside(`auto k = new char[200]{"${key}"};`), /copied into an array/],
  [inside(`LOG("${key}");`), /the macro LOG/],
  [inside(`auto k = QStringLiteral("${key}");`), /the macro QStringLiteral/],
  [top(`#define KEY "${key}"`), /A macro is put in as text/],
  [top('namespace a { namespace std { int x; } }', `auto k = "${key}";`), /std means something else/],
  [top(`// ${key}`), /in a comment/],
  [top(`#include <WiFi.h>`, `const char* k = "${key}";`), /runs on a device/],
  [
    `#include "a.h"\n\n#include <string>\n#include <vector>\nstd::string k = "${key}";\n`,
    `#include "a.h"\n\n#include <cstdlib>\n#include <stdexcept>\n#include <string>\n#include <vector>\nstd::string k = ${read};\n`,
  ],
  [
    `#pragma once\n\nnamespace a {\nauto k = "${key}";\n}\n`,
    `#pragma once\n\n#include <cstdlib>\n#include <stdexcept>\n\nnamespace a {\nauto k = ${read};\n}\n`,
  ],
];

describeRewrites('cpp rewriter', 'a.cpp', cases);
