/// Style sheet and script of the after-action report.
enum ReportStyle {
    /// Rules behind those of every page.
    static let sheet = """

        .skip { position: absolute; left: -999px; top: 0; background: #fff; padding: 0.5rem 1rem; z-index: 9; }
        .skip:focus { left: 0; }
        .banner {
          position: relative; background: var(--paper); border-top: 6px solid var(--accent);
          border-bottom: 1px solid var(--line); padding: 2.4rem 1.5rem 1.8rem; text-align: center;
        }
        .banner .language-switch { position: absolute; right: 1.2rem; top: 1rem; }
        .banner h1 { margin: 0.4rem 0 0.6rem; font-size: 2.1rem; letter-spacing: 0.06em; font-weight: 700; }
        html[lang="en"] .banner h1 { letter-spacing: 0; }
        .banner p { max-width: none; }
        .banner .subject { margin: 0; font-size: 1.2rem; }
        .banner .subtitle { margin: 0.25rem 0 0; color: var(--muted); }
        .sheet { display: grid; grid-template-columns: minmax(0, 1fr); max-width: 1320px; margin: 0 auto; }
        main { background: var(--paper); padding: 0.5rem 1.2rem 3rem; min-width: 0; outline: none; }
        .contents { padding: 1rem 1.2rem; font-size: 0.92rem; }
        .contents h2 { font-size: 1rem; margin: 0 0 0.4rem; }
        .contents ul { list-style: none; margin: 0; padding: 0; columns: 2; column-gap: 1rem; }
        .contents a {
          display: block; padding: 0.22rem 0; min-height: 28px; color: var(--ink); text-decoration: none;
          break-inside: avoid;
        }
        .contents a:hover { color: var(--accent); text-decoration: underline; }
        section { scroll-margin-top: 1rem; }
        section > h2 {
          font-size: 1.42rem; margin: 2.6rem 0 1rem; padding-bottom: 0.35rem;
          border-bottom: 2px solid var(--accent); color: var(--accent);
        }
        h3 { font-size: 1.08rem; margin: 1.8rem 0 0.6rem; }
        p { margin: 0.6rem 0; max-width: 54em; }
        .remark { color: var(--muted); font-size: 0.92rem; }
        table { font-size: 0.93rem; line-height: 1.5; }
        .scroll { margin: 0.6rem 0; }
        tr.group th {
          background: var(--accent-soft); color: var(--accent); font-weight: 600; padding-top: 0.45rem;
        }
        .badge {
          display: inline-block; padding: 0 0.55em; border-radius: 3px; white-space: nowrap; font-weight: 600;
        }
        .badge.good { color: var(--good); background: var(--good-soft); }
        .badge.bad { color: var(--bad); background: var(--bad-soft); }
        .badge.open { color: var(--open); background: var(--open-soft); }
        .badge.good::before { content: "✓ "; }
        .badge.bad::before { content: "✗ "; }
        .badge.open::before { content: "○ "; }
        .pairs { margin: 0.8rem 0; border-top: 1px solid var(--line); }
        .pairs > div {
          display: grid; grid-template-columns: minmax(7em, 13em) minmax(0, 1fr); gap: 1rem;
          padding: 0.42rem 0.2rem; border-bottom: 1px solid var(--line);
        }
        .pairs dt { color: var(--muted); }
        .pairs dd { margin: 0; }
        [data-table="signatures"] > div { min-height: 3.2rem; align-items: end; }
        [data-table="improvement"] tbody td { height: 2.8rem; }
        .key-figures {
          list-style: none; margin: 1rem 0 1.4rem; padding: 0; display: grid; gap: 0.8rem;
          grid-template-columns: repeat(auto-fit, minmax(170px, 1fr));
        }
        .key-figures li {
          border: 1px solid var(--line); border-top: 3px solid var(--accent); padding: 0.7rem 0.9rem;
          display: flex; flex-direction: column;
        }
        .key-figures .name { color: var(--muted); font-size: 0.9rem; }
        .key-figures .value { font-size: 1.65rem; font-weight: 650; line-height: 1.4; }
        .key-figures .range { font-size: 0.84rem; color: var(--muted); }
        figure { margin: 1.4rem 0; border: 1px solid var(--line); padding: 0.9rem 1rem 0.5rem; }
        figcaption strong { display: block; font-weight: 650; }
        figcaption .message { color: var(--muted); font-size: 0.92rem; }
        .drawing svg { min-width: 620px; width: 100%; }
        .numbers table, figure > .scroll table, .folded table { font-size: 0.86rem; }
        .numbers .scroll, .folded .scroll { max-height: 28rem; overflow: auto; }
        .folded { margin: 0.8rem 0; border: 1px solid var(--line); padding: 0.3rem 1rem; }
        .plan { padding-left: 2em; }
        .plan > li { margin: 0.9rem 0; }
        .plan > li::marker { font-weight: 650; color: var(--accent); }
        .plan ul { padding-left: 1.1em; list-style: "– "; margin: 0.2rem 0; }
        .plan ul li { margin: 0.12rem 0; }
        @media (min-width: 1100px) {
          .sheet { grid-template-columns: 250px minmax(0, 1fr); }
          .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding-top: 2.2rem; }
          .contents ul { columns: 1; }
          main { padding: 0.5rem 3rem 4rem; border-left: 1px solid var(--line); }
        }
        @media (max-width: 520px) {
          .banner { padding: 3.8rem 1rem 1.2rem; }
          .banner h1 { font-size: 1.5rem; }
          .contents ul { columns: 1; }
          .pairs > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
          figure { padding: 0.7rem 0.6rem 0.4rem; }
          table, .numbers table, .folded table { font-size: 0.84rem; }
          th, td { padding: 0.3rem 0.4rem; }
          [data-table^="timeline"] td:not([class]) { min-width: 14em; }
        }
        @page { size: A4; margin: 18mm 16mm 18mm 18mm; }
        @media print {
          .banner { border: 0; border-bottom: 3px solid var(--accent); padding: 0 0 5mm; }
          .banner h1 { font-size: 20pt; }
          .banner .subject { font-size: 13pt; }
          .sheet { display: block; max-width: none; }
          .contents, .skip, .numbers, .unprinted { display: none; }
          main { padding: 0; border: 0; }
          section > h2 { font-size: 14pt; margin: 7mm 0 3mm; }
          h3 { font-size: 11.5pt; }
          p { max-width: none; }
          table { font-size: 8.5pt; line-height: 1.4; }
          th, td { padding: 0.9mm 1.4mm; }
          table:not(.all-n) :is(th, td):not([class]) { min-width: 22mm; }
          .key-figures { grid-template-columns: repeat(3, 1fr); }
          .key-figures .value { font-size: 15pt; }
          .drawing svg { min-width: 0; }
          .folded { border: 0; padding: 0; }
          .folded summary { display: none; }
          .folded .scroll { max-height: none; overflow: visible; }
          figure { padding: 3mm; }
        }

        """

    /// Opens for print what is folded up on the screen, but for the numbers of charts.
    static let script = """
        (function () {
          "use strict";
          var opened = [];
          window.addEventListener("beforeprint", function () {
            opened = Array.from(document.querySelectorAll("details.folded:not(.unprinted):not([open])"));
            opened.forEach(function (part) { part.open = true; });
          });
          window.addEventListener("afterprint", function () {
            opened.forEach(function (part) { part.open = false; });
          });
        })();

        """
}
