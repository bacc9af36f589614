/**
 * How the HTML report looks. Follows the reader's theme; on paper it is light. Every colour of text has a contrast of at
 * least 4.5 to both the background and a striped row, and none says what words do not say too.
 */
export const style = `
:root { color-scheme: light dark; --paper: light-dark(#ffffff, #17191c); --ink: light-dark(#1c1e21, #e6e8ea);
  --soft: light-dark(#50565c, #b0b6bc); --line: light-dark(#d5d9dd, #3a3f45); --stripe: light-dark(#f5f6f8, #1f2226); }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.7rem; margin: 0; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .6rem; }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
header p { margin: .2rem 0 0; color: var(--soft); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-bottom: 2px solid var(--line); overflow-wrap: normal; }
tbody th { font-weight: 400; }
tbody tr:nth-child(even) { background: var(--stripe); }
code { font: 13px ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: light-dark(#0b57b0, #8fc1ff); }
ol li { margin: .4rem 0; }
ul { padding-left: 1.2rem; margin: .3rem 0; }
footer { margin-top: 2.5rem; padding-top: .8rem; border-top: 1px solid var(--line); color: var(--soft); }
.error, .broken { color: light-dark(#b3261e, #f2867f); font-weight: 600; }
.warning, .open { color: light-dark(#7a5200, #e0b050); font-weight: 600; }
.info, .hint, .person { color: light-dark(#1f5f99, #7fb8ec); }
.holds { color: light-dark(#1d6b35, #7cc992); }
@media print {
  :root { color-scheme: light; }
  @page { margin: 16mm 14mm; }
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3 { break-after: avoid; }
  tr, li, section { break-inside: avoid; }
  thead { display: table-header-group; }
}
`;
