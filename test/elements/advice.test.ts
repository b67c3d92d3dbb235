import { expect } from '@open-wc/testing';
import { FigshareError } from '../../src/figshare/error.js';
import { withAdvice } from '../../src/elements/advice.js';

describe('withAdvice', () => {
  it('says what to try where an address could not be reached, and what happened', () => {
    const cause = new TypeError('Failed to fetch');
    const error = withAdvice(new FigshareError('unreachable', 'a.example could not be reached', { cause }));
    expect(error).to.include({ kind: 'unreachable', cause });
    expect(error.message)
      .to.match(/^a\.example could not be reached: offline, or /)
      .and.to.contain('source="/figshare.json"')
      .and.to.contain('npx figshare-elements snapshot');
  });

  it('leaves other errors as they are', () => {
    const error = new FigshareError('busy', 'a.example asks to come back later');
    expect(withAdvice(error)).to.equal(error);
  });
});
