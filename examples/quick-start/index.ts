import { extract } from 'saywho'

const { attributions } = extract(
  '“We will rebuild the bridge,” Mayor Ana Brandt said. She promised to ask for help.'
)
for (const { source, cue, content } of attributions)
  console.log(source[0]?.text, '|', cue[0]?.text, '|', content[0]?.text)
