import { expect } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import { collectWarnings } from '../support/elements.js';

describe('define', () => {
  const warnings = collectWarnings();
  const copy = (version: string) =>
    class extends HTMLElement {
      static readonly version = version;
    };

  it('gives a tag its class', () => {
    const element = copy('1.0.0');
    define('test-first', element);
    expect(customElements.get('test-first')).to.equal(element);
  });

  it('leaves the first copy of a bundle in place, and says nothing when the versions agree', () => {
    const first = copy('1.0.0');
    define('test-same', first);
    define('test-same', copy('1.0.0'));
    expect(customElements.get('test-same')).to.equal(first);
    expect(warnings).to.be.empty;
  });

  it('warns once when the versions differ, however many tags meet', () => {
    for (const tag of ['test-other-a', 'test-other-b']) {
      define(tag, copy('1.0.0'));
      define(tag, copy('2.0.0'));
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('<test-other-a> ').and.to.contain('1.0.0').and.to.contain('2.0.0');
  });
});
