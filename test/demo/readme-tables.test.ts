import { expect } from '@open-wc/testing';
import { attributeRows } from '../../demo/site/readme-tables.js';
import '../../src/define/all.js';

const readme = await (await fetch('/README.md')).text();
const listed = (element: string) =>
  attributeRows(readme, element).flatMap(([names]) =>
    [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name!),
  );

describe('the tables of attributes on the elements’ pages', () => {
  const shared = listed('all');

  for (const element of ['stats', 'timeline', 'breakdown', 'top', 'count']) {
    it(`name what <figshare-${element}> observes, and nothing else`, () => {
      const { observedAttributes } = customElements.get(`figshare-${element}`) as unknown as {
        observedAttributes: string[];
      };
      const own = element === 'count' ? [] : listed(element);
      // Some frameworks write names without their hyphens.
      const known = new Set([...shared, ...own].flatMap((name) => [name, name.replaceAll('-', '')]));
      expect(observedAttributes.filter((name) => !known.has(name))).to.deep.equal([]);
      expect(own.filter((name) => !observedAttributes.includes(name))).to.deep.equal([]);
    });
  }

  it('have a value for each', () => {
    for (const element of ['all', 'stats', 'timeline', 'breakdown', 'top'])
      for (const [name, value] of attributeRows(readme, element)) expect(value, name).to.not.equal('');
  });
});
