import type { Catalogue } from './words.js';

/** Words that all pages for the public have, in Spanish: written, not translated by a machine at run time. */
export const es = {
  skip: 'Ir a la parte principal de la página',
  languages: 'Idioma',
  wrongTitle: 'Por favor, mire esto otra vez',
  wrongField: 'Por favor, revise esta respuesta.',
  optional: '(puede dejarlo en blanco)',
  send: 'Enviar',
  emergency: 'Si alguien está en peligro ahora, llame al 911 o avise a la enfermera o al médico más cercano.',
  call: 'Llame al {phone}',
  goBack: 'Use el botón Atrás de su navegador para volver. Puede que lo que escribió siga allí.',
  'problem.title.fields': 'No pudimos leer el formulario',
  'problem.fields': 'Una parte del formulario no nos llegó bien. No se envió nada. Por favor, pruebe otra vez.',
  'problem.title.gone': 'Aquí no hay nada',
  'problem.gone': 'La página no está aquí. Quizá cambió de lugar, o el enlace está mal.',
  'problem.title.large': 'El texto es muy largo',
  'problem.large':
    'Lo que escribió es muy largo para un solo envío. Por favor, hágalo más corto o mándelo en dos partes.',
  'problem.title.twice': 'Este formulario ya se envió',
  'problem.twice':
    'Ya tenemos lo que envió la primera vez. Si quiere decir algo más, use su código para sumarlo, o abra otro formulario.',
  'problem.title.many': 'Por favor, espere un poco',
  'problem.many':
    '{minutes, plural, one {Nos llegan muchos formularios ahora. Por favor, pruebe otra vez en un minuto.} other {Nos llegan muchos formularios ahora. Por favor, pruebe otra vez en unos # minutos.}}',
  'problem.many.call': 'No tiene que esperar. Puede llamarnos y contarnos.',
  'problem.title.down': 'Ahora no podemos recibir esto',
  'problem.down': 'Algo de nuestro lado no funciona. Por favor, pruebe otra vez pronto. No se envió lo que escribió.',
} as const satisfies Catalogue<keyof typeof import('./messages.en.js').en>;
