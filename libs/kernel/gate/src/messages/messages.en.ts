/** Words that all pages for the public have. */
export const en = {
  skip: 'Skip to the main part of the page',
  languages: 'Language',
  wrongTitle: 'Please look at this again',
  wrongField: 'Please check this answer.',
  optional: '(you can leave this out)',
  send: 'Send',
  emergency: 'If someone is in danger right now, call 911 or tell the nearest nurse or doctor.',
  call: 'Call {phone}',
  goBack: 'Use the Back button of your browser to go back. What you wrote may still be there.',
  'problem.title.fields': 'We could not read the form',
  'problem.fields': 'Something in the form did not reach us as it should. Nothing was sent. Please try again.',
  'problem.title.gone': 'There is nothing here',
  'problem.gone': 'The page is not here. It may have moved, or the link may be wrong.',
  'problem.title.large': 'The text is too long',
  'problem.large': 'What you wrote is too long to send at once. Please make it shorter, or send it in two parts.',
  'problem.title.twice': 'This form was sent before',
  'problem.twice':
    'We have what you sent the first time. If you have more to say, use your code to add it, or open a new form.',
  'problem.title.many': 'Please wait a little',
  'problem.many':
    '{minutes, plural, one {We are getting too many forms right now. Please try again in about one minute.} other {We are getting too many forms right now. Please try again in about # minutes.}}',
  'problem.many.call': 'You do not have to wait. You can call us and tell us.',
  'problem.title.down': 'We cannot take this right now',
  'problem.down': 'Something on our side does not work. Please try again soon. What you wrote was not sent.',
} as const;
