// How a report looks, on a screen and on paper.

export const REPORT_STYLE = `
body { max-width: 76rem; margin: 0 auto; padding: 2rem 1.5rem 4rem; background: #06080c;
  color: #f4f7fb; font: 1.05rem/1.45 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.15; }
p, li, th, small { color: #a5b1c2; font-weight: 400; }
b { color: #f4f7fb; }
world-seat { height: min(80vh, 42rem); margin: 1.5rem 0; }
section { margin-top: 2.5rem; border-top: 1px solid #2a3444; break-inside: avoid; }
ul { padding-left: 1.2rem; }
th { padding-left: 0.8rem; text-align: left; }
td { text-align: right; font-variant-numeric: tabular-nums; }
.LINEARIZABLE { color: #6fe0c4; } .VIOLATED { color: #ff8a66; } .UNPROVEN { color: #ffc46b; }
@media print {
  body { background: none; color: #000; }
  p, li, th, small { color: #333; } b { color: #000; }
  .LINEARIZABLE { color: #0b5a47; } .VIOLATED { color: #a32410; } .UNPROVEN { color: #6b4a00; }
}
`;
