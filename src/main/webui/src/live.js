// Live parts. <div data-live> holds one server-sent-event connection (hx-ext="sse", sse-connect) and one part that
// htmx fetches again (data-part, hx-trigger="sse:…, poll"). When the connection drops the reader is told since when the page
// stands still, and the part is polled until events flow again.

const POLL = 20000;
const HAND = 2500;

function clock(at, language) {
  return new Intl.DateTimeFormat(language, { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

export function keepLive(htmx) {
  let handAt = 0;
  for (const kind of ['pointermove', 'pointerdown']) {
    document.addEventListener(kind, (event) => {
      if (event.target.closest?.('[data-live] a, [data-live] button, [data-live] input')) {
        handAt = performance.now();
      }
    }, { passive: true });
  }

  // What a hand is about to press stays where it is: the new content waits until the hand has left.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const part = event.detail.elt;
    const wait = handAt + HAND - performance.now();
    if (part.matches('[data-part]') && handAt > 0 && wait > 0) {
      event.detail.shouldSwap = false;
      setTimeout(() => htmx.trigger(part, 'poll'), wait);
    }
  });

  for (const live of document.querySelectorAll('[data-live]')) {
    const stale = live.querySelector('[data-stale]');
    const refresh = () => live.querySelectorAll('[data-part]').forEach((part) => htmx.trigger(part, 'poll'));
    let polling;

    live.addEventListener('htmx:sseError', () => {
      if (polling) {
        return;
      }
      stale.textContent = stale.dataset.stale.replace('{time}', clock(new Date(), document.documentElement.lang));
      stale.hidden = false;
      polling = setInterval(refresh, POLL);
    });
    live.addEventListener('htmx:sseOpen', () => {
      if (polling) {
        clearInterval(polling);
        polling = undefined;
        stale.hidden = true;
        refresh();
      }
    });
  }
}
