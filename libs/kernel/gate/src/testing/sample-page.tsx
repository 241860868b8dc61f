import type { PageAnswer } from '#kernel/http';
import { Choices, Select, TextArea, TextField } from '../pages/fields.js';
import { ErrorSummary, Form, Phone } from '../pages/form.js';
import type { Reading } from '../pages/language.js';
import { page } from '../pages/page.js';

const options = [
  { value: 'fall', label: 'A fall' },
  { value: 'medicine', label: 'A medicine', hint: 'wrong, late or left out' },
];

/** A page with every part that there is, which says one text wherever a text can stand. */
export const samplePage = (text: string, reading: Reading, formKey = 'k'): PageAnswer =>
  page(
    { reading, title: text, of: text },
    <>
      <ErrorSummary language={reading.language} errors={[{ field: 'what', says: text }]} />
      <Form language={reading.language} action="/sample" formKey={formKey}>
        <TextField name="name" label={text} value={text} hint={text} />
        <TextArea name="what" label={text} value={text} error={text} />
        <Choices kind="checkbox" name="kinds" label={text} options={options} chosen={['medicine']} hint="Any" />
        <Select name="where" label="Where" options={options} chosen="fall" none="Choose" />
      </Form>
      <Phone language={reading.language} phone="312-555-0142" />
    </>,
  );
