const signs: Readonly<Record<string, string>> = {
  ...{ times: '×', cdot: '·', div: '÷', pm: '±', mp: '∓', le: '≤', leq: '≤', ge: '≥', geq: '≥', ne: '≠', neq: '≠' },
  ...{ approx: '≈', equiv: '≡', sim: '∼', propto: '∝', infty: '∞', partial: '∂', nabla: '∇', sum: '∑', prod: '∏' },
  ...{ int: '∫', sqrt: '√', in: '∈', to: '→', rightarrow: '→', Rightarrow: '⇒', cdots: '…', ldots: '…', dots: '…' },
  ...{ alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', theta: 'θ', lambda: 'λ', mu: 'μ', pi: 'π' },
  ...{ rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', varphi: 'φ', omega: 'ω', Delta: 'Δ', Sigma: 'Σ', Omega: 'Ω' },
  ...{ quad: ' ', qquad: ' ', left: '', right: '', mathrm: '', mathbf: '', mathbb: '', mathcal: '', text: '' },
  ...{ displaystyle: '', limits: '', operatorname: '', begin: '', end: '' },
};
const raised = ['0123456789+-n', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'] as const;
const lowered = ['0123456789+-n', '₀₁₂₃₄₅₆₇₈₉₊₋ₙ'] as const;

/** Letters one may put in a row without changing what belongs together. */
const grouped = (inside: string): string => (/^[^\s+\-−=,/()]*$/.test(inside) ? inside : `(${inside})`);

function shifted(inside: string, [plain, small]: readonly [string, string], sign: string): string {
  const letters = [...inside.trim()].map((letter) => small[plain.indexOf(letter)] ?? '');
  return letters.length > 0 && letters.every((letter) => letter !== '')
    ? letters.join('')
    : sign + grouped(inside.trim());
}

/** Of pieces without braces in them, from the inside out. */
function opened(tex: string): string {
  return tex
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, (_, upper, lower) => `${grouped(upper)}/${grouped(lower)}`)
    .replace(/\^\s*(?:\{([^{}]*)\}|(\w))/g, (_, inside, one) => shifted(inside ?? one, raised, '^'))
    .replace(/_\s*(?:\{([^{}]*)\}|(\w))/g, (_, inside, one) => shifted(inside ?? one, lowered, '_'));
}

/** Deeper than this nobody reads a formula in a row. */
const MOST_DEPTH = 6;

/** TeX as a line of text: `5.55\times 10^{-18}` → `5.55×10⁻¹⁸`. About as wide as the formula it stands for. */
export function texText(tex: string): string {
  let text = tex.replace(/\\([A-Za-z]+)\s*/g, (command, name) =>
    /^[dt]?frac$/.test(name) ? command : (signs[name] ?? name),
  );
  for (let depth = 0; depth < MOST_DEPTH; depth++) {
    const next = opened(text).replace(/(?<!frac\s*|\}\s*|[\^_]\s*)\{([^{}]*)\}/g, '$1');
    if (next === text) break;
    text = next;
  }
  return text
    .replace(/\\[dt]?frac/g, '')
    .replace(/\\\\|[{}\\&]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
