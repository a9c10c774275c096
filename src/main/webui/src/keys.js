// Single keys: / search, n new, j k move, Enter opens what has the focus, a acknowledges, ? lists them. A letter or digit
// that a page gives to one of its links (data-key) presses that.
// They can be switched off on the help page (WCAG 2.1.4) and never act while something is being typed.

const OFF = 'haetae.keys.off';

function typing(target) {
  return target.closest('input, textarea, select, [contenteditable]') !== null;
}

function move(step) {
  const rows = [...document.querySelectorAll('[data-row]')];
  if (rows.length === 0) {
    return;
  }
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, here + step));
  const link = rows[next].matches('a') ? rows[next] : rows[next].querySelector('a, button');
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
}

function press(name) {
  const row = document.activeElement.closest('[data-row]');
  const target = row?.querySelector(`[data-key="${name}"]`) ?? document.querySelector(`[data-key="${name}"]`);
  if (!target) {
    return false;
  }
  if (target.matches('input, textarea, select')) {
    target.focus();
    target.select?.();
  } else {
    target.click();
  }
  return true;
}

const actions = {
  '/': () => press('search'),
  n: () => press('new'),
  a: () => press('acknowledge'),
  '?': () => press('help'),
  j: () => move(1),
  k: () => move(-1),
};

export function keepKeys() {
  const off = document.querySelector('[data-keys-off]');
  if (off) {
    off.checked = localStorage.getItem(OFF) !== null;
    off.addEventListener('change', () => {
      off.checked ? localStorage.setItem(OFF, '1') : localStorage.removeItem(OFF);
    });
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) {
      return;
    }
    const action = actions[event.key] ?? (/^[0-9a-z]$/.test(event.key) ? () => press(event.key) : undefined);
    if (action && localStorage.getItem(OFF) === null && action() !== false) {
      event.preventDefault();
    }
  });
}
