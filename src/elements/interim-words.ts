/** English words that `format/words` is to have in every language. `{}` is where a value goes. */
export const interimWords = {
  allTime: 'all time',
  lastMonths: 'last {} months',
  lastDays: 'last {} days',
  use: 'Use on figshare',
  view: 'View on figshare',
  agree: 'Nothing is loaded before you agree. The numbers come from {}.',
  show: 'Show the numbers',
  noAnswer: '{} did not answer. The numbers are not known just now.',
  nothingKnown: 'Nothing is known for this item',
  again: 'Try again',
};
