import htmx from 'htmx.org';
import 'htmx-ext-sse';
import { keepClocks } from './clocks.js';
import { keepKeys } from './keys.js';
import { keepLive } from './live.js';

htmx.config.allowEval = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;
htmx.config.historyCacheSize = 0;
htmx.config.ignoreTitle = true; // a part of a page is no page
htmx.config.scrollBehavior = 'auto';
htmx.config.attributesToSettle = ['class'];
// A refused form comes back as 422 (or 400, 409) with its errors beside the fields: it is shown like any other answer.
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[23]..', swap: true },
  { code: '400|409|422', swap: true },
  { code: '[45]..', swap: false, error: true },
];

document.documentElement.classList.add('js');
keepClocks();
keepKeys(htmx);
keepLive(htmx);

for (const summary of document.querySelectorAll('[data-focus]')) {
  summary.focus();
}

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
  for (const open of document.querySelectorAll('details.h-drop[open]')) {
    if (!open.contains(event.target)) {
      open.open = false;
    }
  }
});

document.addEventListener('keydown', (event) => {
  const open = document.querySelector('details.h-drop[open]');
  if (event.key === 'Escape' && open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});
