// Clocks that run down. The server writes the first text; here it is kept true, by the server's time.

const page = document.documentElement;
const ahead = page.dataset.now ? Date.parse(page.dataset.now) - Date.now() : 0;

/** The server's time now, in milliseconds. */
export function now() {
  return Date.now() + ahead;
}

/** A duration as people read it: the two largest units. */
export function duration(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / 60000);
  const parts = [
    [Math.floor(minutes / 1440), page.dataset.day],
    [Math.floor(minutes / 60) % 24, page.dataset.hour],
    [minutes % 60, page.dataset.minute],
  ].filter(([count]) => count > 0);
  if (parts.length === 0) {
    return page.dataset.underMinute;
  }
  return parts.slice(0, 2).map(([count, unit]) => `${count}${unit}`).join(' ');
}

function tick() {
  for (const clock of document.querySelectorAll('[data-due]')) {
    const left = Date.parse(clock.dataset.due) - now();
    const text = (left < 0 ? clock.dataset.over : clock.dataset.left).replace('{t}', duration(left));
    if (clock.textContent !== text) {
      clock.textContent = text;
    }
    clock.classList.toggle('over', left < 0);
    clock.classList.toggle('soon', left >= 0 && left < 10 * 60000);
  }
  for (const since of document.querySelectorAll('[data-since]')) {
    const text = duration(now() - Date.parse(since.dataset.since));
    if (since.textContent !== text) {
      since.textContent = text;
    }
  }
}

export function keepClocks() {
  tick();
  setInterval(tick, 1000);
  document.addEventListener('htmx:afterSwap', tick);
}
