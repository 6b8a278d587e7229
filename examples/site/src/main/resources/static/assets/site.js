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

  // The comments of a page are what everybody sees; the form, and what waits of one's own, come when one gets there.
  const comments = () => document.getElementById('comments');
  let coming;
  const discussion = () => {
    const address = comments().dataset.later;
    coming ??= !address ? Promise.resolve() : fetch(`${address}?block=true`).then(async (reply) => {
      if (!reply.ok) {
        throw new Error(reply.status);
      }
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      const focused = comments().contains(document.activeElement) && document.activeElement.id;
      comments().replaceWith(page.getElementById('comments'));
      if (focused) {
        document.getElementById(focused)?.focus({ preventScroll: true });
      }
    }).catch((failure) => {
      coming = undefined; // Its link still leads to a page with all of it.
      throw failure;
    });
    return coming;
  };
  if (comments()?.dataset.later) {
    const near = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) {
        near.disconnect();
        discussion().catch(() => {});
      }
    }, { rootMargin: '400px' });
    near.observe(comments());
  }

  // The form moves below the comment that is replied to, and back.
  const answer = (id, name) => {
    const respond = document.getElementById('respond');
    const title = document.getElementById('respond-title');
    respond.querySelector('[name=parent]').value = id;
    respond.querySelector('.cancel').classList.toggle('off', !id);
    title.textContent = id ? `Reply to ${name}` : title.dataset.title;
    if (id) {
      document.getElementById(`comment-${id}`).append(respond);
    } else {
      comments().append(respond);
    }
    respond.querySelector('textarea').focus();
  };
  document.addEventListener('click', async (click) => {
    const link = click.target.closest('[data-reply], #cancel, .later a');
    if (!link) {
      return;
    }
    click.preventDefault();
    try {
      await discussion();
      answer(link.dataset.reply ?? '', link.dataset.name);
    } catch {
      location.href = link.href;
    }
  });

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
