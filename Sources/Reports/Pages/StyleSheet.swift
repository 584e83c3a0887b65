/// Rules that all pages share.
///
/// Colours have a contrast of 4.5 to 1 at least on their ground, text of every size included.
public enum StyleSheet {
    /// Colours, type, tables, buttons, the switch between languages, and print.
    public static let common = """

        :root {
          --ink: #1b2733; --muted: #4f5d6b; --line: #d3dae1; --paper: #ffffff; --ground: #f3f5f7;
          --accent: #1d4f7c; --accent-soft: #e9f0f6;
          --good: #0a5c43; --good-soft: #e2f2eb; --bad: #8a3000; --bad-soft: #fbeae1;
          --open: #664a00; --open-soft: #fbf1d6;
          color-scheme: light;
        }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body {
          margin: 0; color: var(--ink); background: var(--ground);
          font: 16px/1.65 "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC",
            "Microsoft YaHei", system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
          overflow-wrap: anywhere; font-variant-numeric: tabular-nums;
        }
        html[lang="en"] body {
          font-family: -apple-system, "Segoe UI", "Noto Sans", "Helvetica Neue", Arial, "Liberation Sans",
            "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif;
        }
        html[data-language="en"] :is(span, div)[lang="zh-CN"],
        html[data-language="zh"] :is(span, div)[lang="en"] { display: none; }
        h1, h2, h3, h4 { line-height: 1.35; font-weight: 650; overflow-wrap: break-word; }
        a { color: var(--accent); text-underline-offset: 0.18em; }
        :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
        button {
          font: inherit; color: var(--ink); background: var(--paper); border: 1px solid #7b8894;
          border-radius: 4px; padding: 0.2rem 0.8rem; min-height: 32px; min-width: 32px; cursor: pointer;
        }
        button:hover { background: var(--accent-soft); }
        button[aria-pressed="true"] {
          color: #ffffff; background: var(--accent); border-color: var(--accent);
        }
        .language-switch { display: inline-flex; }
        .language-switch button { border-radius: 0; }
        .language-switch button:first-child { border-radius: 4px 0 0 4px; border-right: 0; }
        .language-switch button:last-child { border-radius: 0 4px 4px 0; }
        table { border-collapse: collapse; width: 100%; }
        caption { text-align: left; color: var(--muted); padding: 0 0 0.4rem; }
        th, td { text-align: left; vertical-align: top; padding: 0.38rem 0.6rem; }
        thead th {
          border-bottom: 2px solid var(--accent); font-weight: 600; vertical-align: bottom;
          line-height: 1.35;
        }
        tbody th { font-weight: 500; }
        tbody td, tbody th { border-top: 1px solid var(--line); }
        tbody { border-bottom: 1px solid var(--line); }
        tbody tr:first-child > * { border-top: 0; }
        tr.more > * { border-top: 0; padding-top: 0; }
        .n { text-align: right; white-space: nowrap; }
        .s { white-space: nowrap; }
        th:not([class]), td:not([class]) { min-width: 8em; }
        .all-n th, .all-n td { text-align: right; white-space: nowrap; min-width: 0; }
        .scroll { overflow-x: auto; max-width: 100%; }
        summary { cursor: pointer; min-height: 32px; padding: 0.2rem 0; color: var(--accent); }
        .unseen {
          position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap;
        }
        svg { display: block; max-width: 100%; height: auto; }
        svg text { font-family: inherit; fill: var(--ink); }
        @media (prefers-reduced-motion: reduce) {
          *, *::before, *::after { animation: none !important; transition: none !important; }
        }
        @media print {
          body { background: #ffffff; font-size: 10.5pt; line-height: 1.5; }
          .language-switch, .screen-only { display: none !important; }
          a { color: inherit; text-decoration: none; }
          h2, h3, h4 { break-after: avoid; }
          tr, figure { break-inside: avoid; }
          thead { display: table-header-group; }
          .scroll { overflow: visible; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }

        """
}
