// Everything here makes a page quicker to use; nothing needs it.
(() => {
  'use strict';

  const article = document.body.dataset.article;
  if (article) {
    // Told after the page was shown, so that it may have come from any cache.
    addEventListener('load', () => navigator.sendBeacon('/beacon', new URLSearchParams({ article })));
  }

  // Results while one types. Each reply names the text that it answers: what is not in the box any more is dropped.
  const box = document.getElementById('q');
  const live = document.getElementById('live');
  const told = document.getElementById('live-told');
  const line = (result) => {
    const link = document.createElement('a');
    link.href = result.address;
    const text = document.createElement('span');
    text.dir = 'auto';
    text.innerHTML = result.html; // escaped by Byline, with what was typed in <mark>
    const note = document.createElement('small');
    note.textContent = result.kind === 'article' ? result.note : `${result.kind} · ${result.note}`;
    link.append(text, note);
    return link;
  };
  const close = () => {
    live.hidden = true;
    live.replaceChildren();
    told.textContent = '';
  };
  const show = (reply) => {
    if (reply.text !== box.value) {
      return;
    }
    live.replaceChildren();
    if (reply.total === 0 && reply.suggestions.length === 0) {
      const none = document.createElement('p');
      none.textContent = 'No Result';
      live.append(none);
      told.textContent = 'No Result';
    } else {
      live.append(...reply.suggestions.map(line), ...reply.articles.map(line));
      const all = document.createElement('a');
      all.className = 'all';
      all.href = reply.all;
      all.textContent = `View All Result (${reply.total})`;
      live.append(all);
      told.textContent = `${reply.total} results`;
    }
    live.hidden = false;
  };
  box.addEventListener('input', async () => {
    const text = box.value;
    if (!text.trim()) {
      close();
      return;
    }
    try {
      const reply = await fetch('/suggest?' + new URLSearchParams({ q: text }));
      if (reply.ok) {
        show(await reply.json());
      }
    } catch {
      // Offline: the form still works.
    }
  });
  document.getElementById('search').addEventListener('keydown', (key) => {
    const stops = [box, ...live.querySelectorAll('a')];
    const at = stops.indexOf(document.activeElement);
    if (key.key === 'Escape') {
      close();
      box.focus();
    } else if ((key.key === 'ArrowDown' || key.key === 'ArrowUp') && !live.hidden && at >= 0) {
      key.preventDefault();
      const to = key.key === 'ArrowDown' ? at + 1 : at - 1;
      stops[Math.max(0, Math.min(to, stops.length - 1))].focus();
    }
  });
  document.addEventListener('click', (click) => {
    if (!click.target.closest('#search')) {
      close();
    }
  });

  // The form moves below the comment that is replied to, and back.
  const respond = document.getElementById('respond');
  if (respond) {
    const home = document.createComment('the form');
    respond.before(home);
    const title = document.getElementById('respond-title');
    const parent = respond.querySelector('[name=parent]');
    const cancel = respond.querySelector('.cancel');
    document.querySelectorAll('[data-reply]').forEach((link) => link.addEventListener('click', (click) => {
      click.preventDefault();
      parent.value = link.dataset.reply;
      title.textContent = `Reply to ${link.dataset.name}`;
      cancel.classList.remove('off');
      link.closest('li').append(respond);
      respond.querySelector('textarea').focus();
    }));
    document.getElementById('cancel').addEventListener('click', (click) => {
      click.preventDefault();
      parent.value = '';
      title.textContent = title.dataset.title;
      cancel.classList.add('off');
      home.after(respond);
      respond.querySelector('textarea').focus();
    });
  }

  // Another window of the popular posts, in its place.
  document.addEventListener('click', async (click) => {
    const link = click.target.closest('[data-window]');
    const block = link && link.closest('.popular');
    if (!block) {
      return;
    }
    click.preventDefault();
    const reply = await fetch('/popular?' + new URLSearchParams({ window: link.dataset.window, block: true }));
    if (!reply.ok) {
      location.href = link.href;
      return;
    }
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    block.replaceWith(page.querySelector('.popular'));
    const chosen = document.querySelector(`.popular [data-window="${link.dataset.window}"]`);
    if (chosen) {
      chosen.focus();
    }
  });
})();
