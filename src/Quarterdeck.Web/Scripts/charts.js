// Values of a chart under the pointer and by the arrow keys. Without it nothing is missing: the words and the table say the same.
(() => {
  'use strict';

  const svgElement = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  const follow = (figure, number) => {
    const points = JSON.parse(figure.dataset.points);
    const scroller = figure.querySelector('.scroll');
    const svg = figure.querySelector('svg.chart');
    if (!points.length || !scroller || !svg) return;

    const hint = document.createElement('p');
    hint.className = 'quiet site-point-hint';
    hint.id = `point-hint-${number}`;
    hint.textContent = 'Point at the chart, or go to it and press the left and right arrow keys, for each value.';

    // Once is enough to see; every chart says it to those who hear it.
    hint.hidden = number > 0;
    const said = document.createElement('p');
    said.className = 'site-point';
    said.setAttribute('role', 'status');
    scroller.after(hint, said);

    // The keys go to the chart, also where a screen reader has keys of its own.
    scroller.setAttribute('role', 'application');
    scroller.setAttribute('aria-describedby', hint.id);

    const mark = svgElement('g', { class: 'site-cursor', visibility: 'hidden', 'pointer-events': 'none' });
    const view = svg.viewBox.baseVal;
    const line = svgElement('path', { fill: 'none', stroke: '#0b0c0c', 'stroke-width': '1', 'stroke-dasharray': '2 3' });
    const halo = svgElement('circle', { r: '11', fill: 'none', stroke: '#ffffff', 'stroke-width': '5' });
    const ring = svgElement('circle', { r: '11', fill: 'none', stroke: '#0b0c0c', 'stroke-width': '2.5' });
    mark.append(line, halo, ring);
    svg.append(mark);
    let at = -1;

    const show = next => {
      if (next === at) return;
      at = next;
      if (at < 0) {
        mark.setAttribute('visibility', 'hidden');
        said.textContent = '';
        return;
      }
      const [x, y, words] = points[at];
      line.setAttribute('d', `M${x} ${y + 13}V${view.height - 30}`);
      for (const circle of [halo, ring]) { circle.setAttribute('cx', x); circle.setAttribute('cy', y); }
      mark.setAttribute('visibility', 'visible');
      said.textContent = words;
    };

    const intoView = () => {
      const scale = svg.getBoundingClientRect().width / view.width;
      const left = points[at][0] * scale - scroller.scrollLeft;
      if (left < 30 || left > scroller.clientWidth - 30) scroller.scrollLeft += left - scroller.clientWidth / 2;
    };

    scroller.addEventListener('keydown', event => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const last = points.length - 1;
      const next = {
        ArrowRight: at < 0 ? 0 : Math.min(at + 1, last),
        ArrowLeft: at < 0 ? last : Math.max(at - 1, 0),
        Home: 0,
        End: last,
        Escape: -1,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      show(next);
      if (next >= 0) intoView();
    });

    const point = event => {
      const box = svg.getBoundingClientRect();
      const x = (event.clientX - box.left) / box.width * view.width;
      let nearest = 0;
      points.forEach((each, index) => { if (Math.abs(each[0] - x) < Math.abs(points[nearest][0] - x)) nearest = index; });
      show(nearest);
    };
    svg.addEventListener('pointermove', point);
    svg.addEventListener('pointerdown', point);
  };

  document.querySelectorAll('figure[data-points]').forEach(follow);
})();
