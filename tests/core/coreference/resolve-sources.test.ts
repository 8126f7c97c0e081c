import { readFileSync } from 'node:fs'
import { english } from '@saywho/english'
import { extract } from 'saywho'
import { describe, expect, it } from 'vitest'
import { resolveSources } from '../../../packages/core/src/coreference/resolve-sources.ts'
import { candidateOf, rangeOf, readingOf } from '../../support/readings.ts'
import { namesOf, speakersIn } from './who-said.ts'

/** Texts, and the names of each attribution's sources, in the order of the contents. */
type Case = [text: string, ...names: string[]]
const check = (text: string, ...names: string[]) => expect(speakersIn(text)).toEqual(names)

describe('pronouns', () => {
  it.each<Case>([
    ['Ana Brandt said it was safe. She said it was cheap.', 'Ana Brandt', 'Ana Brandt'],
    ['Ned Cole met Ana Brandt on Monday. She said it was shut. He said it was open.', 'Ana Brandt', 'Ned Cole'],
    ['The report said it was unsafe. It said the steel was rusty.', 'report', 'report'],
    ['Police said the man was armed. They said he fled.', 'Police', 'Police'],
    ['Some critics said it was unfair. They said it would fail.', 'Some critics', 'Some critics'],
    ['The Transport Ministry said it was safe. It said it would open.', 'Transport Ministry', 'Transport Ministry'],
    ['Ana Brandt said Ned Cole had promised to pay. He said he would.', 'Ana Brandt', 'Ned Cole', 'Ned Cole'],
    ['Governor Ned Cole told Ana Brandt that she should go. She told him that she would not.', 'Ned Cole', 'Ana Brandt'],
    ['Brandt and Cole said it was safe. They said it was cheap.', 'Brandt + Cole', 'Brandt + Cole'],
    ['“We will fight,” Brandt and Cole told reporters. “We will win,” they said.', 'Brandt + Cole', 'Brandt + Cole'],
    ['Ned Cole met Otto Hale on Monday. He said the bridge was shut.', 'Ned Cole'],
    ['The defendant told police that he had acted alone. He said that he was sorry.', 'defendant', 'defendant'],
    ['Len Laffey shook his head. “It is late,” he replied.', 'Len Laffey'],
    ['Len Laffey met his boss. The head of the school was late. He said it was safe.', 'head of the school'],
    ['“It was late,” Ruth Rivera said. Dana Cho asked her what happened. “I left,” she answered.', 'Ruth Rivera', 'Dana Cho', 'Ruth Rivera'],
    ['“It was late,” Ruth Rivera said. Dana Cho asked for help. “I left,” she answered.', 'Ruth Rivera', 'Dana Cho', 'Dana Cho']
  ])('%s', check) // biome-ignore format: a table

  it('go back to who was heard last, and not to whom he tells of', () => {
    const text = 'Anna Foy said Jane Marsh had asked for help. She insisted that nothing was missing.'
    expect(speakersIn(text)).toEqual(['Anna Foy', 'Jane Marsh', 'Anna Foy'])
  })

  it('do not mean whom the quoted words name', () => {
    expect(speakersIn('Brandt was a legend, according to Ned Cole. He said: “Brandt was loved.”')).toEqual([
      'Ned Cole',
      'Ned Cole'
    ])
  })

  it.each(['She said it was cheap.', '“I did it,” he said. Ana Brandt left.'])(
    'mean nobody where no one was named: %s',
    (text) => {
      expect(speakersIn(text)).toEqual([''])
      expect(namesOf(text)).toEqual([])
    }
  )

  it('do not mean one of another sex or number', () => {
    expect(speakersIn('Ana Brandt said it was safe. He said it was cheap.')).toEqual(['Ana Brandt', ''])
    expect(speakersIn('Critics said it was unsafe. She said it was cheap.')).toEqual(['Critics', ''])
  })

  it.todo.each<Case>([
    ['“It is safe,” said one of the engineers. “We checked,” he said.', 'one of the engineers', 'one of the engineers'],
    ['Ned Cole was arrested on Monday. His lawyer said he was innocent. He said he was sorry.', 'His lawyer', 'Ned Cole']
  ])('%s', check) // biome-ignore format: a table
})

describe('sources', () => {
  it('stand in the order of their words, where one stands inside the other too', () => {
    const reading = readingOf('“Buck” Tanner said “It is safe.” Ana Brandt told Cole. “It was,” Buck added.')
    const attributions = [
      candidateOf(reading, '“Buck” Tanner', 'said', '“It is safe.”'),
      candidateOf(reading, '', 'added', '“It was,”', { source: [rangeOf(reading, 'Buck', 10)] })
    ]
    const { sources } = resolveSources(reading, attributions, [-1, -1], english, [], () => -1)
    expect(sources.map(({ mentions }) => mentions[0]!.from)).toEqual([0, 1])
  })
})

describe('"I", "we" and "you"', () => {
  it.each<Case>([
    ['“I said that it was safe,” Ana Brandt said.', 'Ana Brandt', 'Ana Brandt'],
    ['“We said that it was safe,” the union said.', 'union', 'union'],
    ['“I promised to pay,” Ana Brandt said.', 'Ana Brandt', 'Ana Brandt'],
    ['By Ana Brandt\n\nThe bridge is closed. I think it should open.', 'Ana Brandt'],
    ['I think the bridge is safe.', 'author']
  ])('are whoever is quoted, or writes: %s', check) // biome-ignore format: a table

  it('are not the author in a quotation', () => {
    expect(speakersIn('By Ana Brandt\n\n“I said that it was safe,” Ned Cole said.')).toEqual([
      'Ned Cole',
      'Ned Cole'
    ])
  })

  it.each([
    ['', 'Ana Brandt'],
    ['Rain fell.\n\nNobody came.\n\n', undefined]
  ])(
    'are whoever was heard last, not too far before (%j), where nobody says whose the words are',
    (between, name) => {
      const reading = readingOf(`“The pier is old,” Ana Brandt said.\n\n${between}“I think it is shut.”`)
      const attributions = [
        candidateOf(reading, 'Ana Brandt', 'said', '“The pier is old,”'),
        candidateOf(reading, 'I', 'think', 'it is shut')
      ]
      const { sources, sourcesOf } = resolveSources(reading, attributions, [-1, -1], english, [], () => -1)
      expect(sourcesOf[1]!.map((source) => sources[source]!.name)[0]).toBe(name)
    }
  )

  it.each<Case>([
    ['Ned Cole was quoted on the reply of the port;\n\n“They say that they can’t. I suspect that it is not true.”', '', 'Ned Cole']
  ])('are whom the sentence before tells of that leads a quotation in: %s', check) // biome-ignore format: a table

  it.todo.each<Case>([['The weather was fine;\n\n“I suspect that it is not true.”', '']])('%s', check)

  it.todo.each<Case>([
    ['“My father said the bridge would fall,” Ana Brandt said.', 'Ana Brandt', "Ana Brandt's father"],
    ['Ana Brandt quoted her father as saying, “I never said that.”', 'Ana Brandt', 'her father']
  ])('are whoever is quoted by another: %s', check)
})

describe('names in short', () => {
  it.each<Case>([
    ['Mara Quist, a nurse at the clinic, said it was safe. Quist said it was cheap.', 'Mara Quist', 'Mara Quist'],
    ['Eyewitness Mara Quist said it shook. Mara said she was afraid.', 'Mara Quist', 'Mara Quist'],
    ['Captain Erik Sund said it was safe. Capt. Sund said it was cheap.', 'Erik Sund', 'Erik Sund'],
    ['Detective Chief Inspector Mara Quist said it was safe. DCI Quist said it was late.', 'Mara Quist', 'Mara Quist'],
    ['Chief Justice Ruth Hale said it was safe. Justice Hale said it was late.', 'Ruth Hale', 'Ruth Hale'],
    ['The Associated Press reported that it was safe. AP said it was cheap.', 'Associated Press', 'Associated Press'],
    ['Trump said it was sad. President Donald Trump said he prayed. Mr. Trump said it was bad.', 'Donald Trump', 'Donald Trump', 'Donald Trump'],
    ['Xi said it was safe. Xi Jinping said it was cheap. President Xi Jinping said it was new.', 'Xi Jinping', 'Xi Jinping', 'Xi Jinping'],
    ['The Federal Harbor Agency (FHA) said it was safe. The FHA said it was cheap.', 'Federal Harbor Agency', 'Federal Harbor Agency'],
    ['The National Rail Union said it was safe. The NRU said it was cheap.', 'National Rail Union', 'National Rail Union'],
    ['The National Aeronautics Board, or NAB, said it was lost. NAB said it would try again.', 'National Aeronautics Board', 'National Aeronautics Board'],
    ['Velora Inc. said profits rose. Velora said it would hire.', 'Velora Inc.', 'Velora Inc.'],
    ['Shares in Velora Corp rose. Velora said it would hire.', 'Velora Corp'],
    ['Ned Cole Jr. said it was safe. Cole said it was cheap.', 'Ned Cole Jr.', 'Ned Cole Jr.'],
    ['Sir Edmund Hale said it was flawed. Sir Edmund said it would fail.', 'Sir Edmund Hale', 'Sir Edmund Hale'],
    ['J.R. Cole said it was safe. John Robert Cole said it was cheap.', 'John Robert Cole', 'John Robert Cole'],
    ['The United Nations said the camps were full. The U.N. said people were hungry.', 'United Nations', 'United Nations'],
    ['The U.S. said the strike was legal. The United States said it would reply.', 'United States', 'United States'],
    ['Omar al-Rashid said it was legal. Al-Rashid said it would fail.', 'Omar al-Rashid', 'Omar al-Rashid'],
    ['Ned Cole III said it was safe. Cole said it was late.', 'Ned Cole III', 'Ned Cole III'],
    ['Baroness Quist said it was safe. Lady Quist said it was late.', 'Baroness Quist', 'Baroness Quist'],
    ['The New York Times reported that it was safe. The Times said it was cheap.', 'New York Times', 'New York Times'],
    ['Human Rights Watch said it was safe. HRW said it was cheap.', 'Human Rights Watch', 'Human Rights Watch'],
    ['The Department of Health and Human Services said it was safe. HHS said it was cheap.', 'Department of Health and Human Services', 'Department of Health and Human Services'],
    ['The Royal Society for the Protection of Birds (RSPB) said it was safe. The RSPB said it was cheap.', 'Royal Society for the Protection of Birds', 'Royal Society for the Protection of Birds'],
    ['Karim bin Yusuf said it was sad. Prince Karim said he prayed.', 'Karim bin Yusuf', 'Karim bin Yusuf']
  ])('%s', check) // biome-ignore format: a table

  it.each<Case>([
    ['Ana Brandt said it was safe. Ned Cole said it was dear.', 'Ana Brandt', 'Ned Cole'],
    ['Ana Brandt said it was safe. Otto Brandt said it was dear.', 'Ana Brandt', 'Otto Brandt'],
    ['Ana Brandt said it was safe. Otto Brandt said it was dear. Mr. Brandt said he would pay. Mrs. Brandt said she would not.', 'Ana Brandt', 'Otto Brandt', 'Otto Brandt', 'Ana Brandt'],
    ['Ana Brandt said it was safe. Otto Brandt said it was dear. Ana said it was late.', 'Ana Brandt', 'Otto Brandt', 'Ana Brandt'],
    ['Ana Brandt said it was safe. The Brandt Foundation said it was cheap.', 'Ana Brandt', 'Brandt Foundation'],
    ['The Federal Harbor Agency said it was safe. The FRA said it was cheap.', 'Federal Harbor Agency', 'FRA'],
    ['Larne said it was safe. The University of Larne said it was cheap.', 'Larne', 'University of Larne'],
    ['The Charter of the United Nations says it is legal. The United Nations said it was sad.', 'Charter of the United Nations', 'United Nations']
  ])('keep two apart: %s', check) // biome-ignore format: a table

  it.each<Case>([
    ['Greta von der Aue said it was safe. Von der Aue said it was cheap.', 'Greta von der Aue', 'Greta von der Aue']
  ])('%s', check) // biome-ignore format: a table

  it.todo.each<Case>([
    ['William “Buck” Tanner said it was safe. Buck Tanner said it was cheap.', 'William “Buck” Tanner', 'William “Buck” Tanner']
  ])('%s', check) // biome-ignore format: a table
})

describe('titles and descriptions', () => {
  it.each<Case>([
    ['The mayor, Ned Cole, said it was safe. The mayor said it would open.', 'Ned Cole', 'Ned Cole'],
    ['Prime Minister Ana Brandt said the talks failed. The prime minister said she was sorry.', 'Ana Brandt', 'Ana Brandt'],
    ['Finance Minister Jonas Weil said taxes would fall. The minister said it was fair.', 'Jonas Weil', 'Jonas Weil'],
    ['Larne Mayor Ana Brandt said it was unsafe. The Larne mayor said it would close.', 'Ana Brandt', 'Ana Brandt'],
    ['Former President Ana Brandt said it was sad. The former president said she was sorry.', 'Ana Brandt', 'Ana Brandt'],
    ['Mara Quist, an analyst with Velora, said it fell. The analyst said it was certain.', 'Mara Quist', 'Mara Quist'],
    ['Judge Ruth Hale said the case was closed. The judge said it was late.', 'Ruth Hale', 'Ruth Hale'],
    ['Vice President Ana Brandt said it was safe. President Ned Cole said it was late. The president said he was sad.', 'Ana Brandt', 'Ned Cole', 'Ned Cole'],
    ['A spokeswoman for Velora said it was false. The spokeswoman said it was old.', 'spokeswoman for Velora', 'spokeswoman for Velora'],
    ['The National Rail Union said it was safe. The union said it was fair.', 'National Rail Union', 'National Rail Union'],
    ['The International Monetary Fund said growth was slow. The fund said prices rose.', 'International Monetary Fund', 'International Monetary Fund'],
    ["Orsana's foreign ministry said it was legal. The ministry said it would reply.", "Orsana's foreign ministry", "Orsana's foreign ministry"],
    ['The Trump administration said it was dead. The administration said talks were over.', 'Trump administration', 'Trump administration'],
    ['Ana Brandt leads the Harbor Party. The party said taxes would fall.', 'Harbor Party'],
    ['A source said it was alive. The source said it was late.', 'source', 'source'],
    ['A person familiar with the talks said they failed. The person said they would resume.', 'person familiar with the talks', 'person familiar with the talks'],
    ['Analysts at Velora said it fell. The analysts said it was certain.', 'Analysts at Velora', 'Analysts at Velora'],
    ["Ana Brandt's mother said it was sad. Her mother said she prayed.", "Ana Brandt's mother", "Ana Brandt's mother"],
    ['The Bank of Orsana said rates would rise. The bank said prices were high.', 'Bank of Orsana', 'Bank of Orsana'],
    ['Velora Inc. said profits rose. The company said it was pleased.', 'Velora Inc.', 'Velora Inc.'],
    ['Twitter said it was sad. The company said it was late.', 'Twitter', 'Twitter'],
    ['Velora Inc. hired Ana Brandt from Zelvo. The company said it was late.', 'Velora Inc.'],
    ['Velora Inc. hired Ana Brandt of the Deep Vision Lab. The company said it was late.', 'Velora Inc.'],
    ['Ned Cole works for Velora Inc. “We know more of Mars,” he said. The company said it was late.', 'Ned Cole', 'Velora Inc.'],
    ['Ned Cole works for Velora Inc. The company said he had left.', 'Velora Inc.'],
    ['Amnesty said the camps were full. The group said people were hungry.', 'Amnesty', 'Amnesty'],
    ['The Guardian reported that the camps were full. The newspaper said people were hungry.', 'Guardian', 'Guardian'],
    ['The European Commission said the tax was legal. The Commission said it would reply.', 'European Commission', 'European Commission'],
    ['Mara Quist, 45, said the queue was long. The 45-year-old said it would grow.', 'Mara Quist', 'Mara Quist'],
    ['Sen. Paula Grant said it was safe. The senator said it was late.', 'Paula Grant', 'Paula Grant'],
    ['Gov. Ned Cole said it was safe. The governor said it was late.', 'Ned Cole', 'Ned Cole'],
    ['Retired Gen. Marcus Ode said it was lost. The general said it was late.', 'Marcus Ode', 'Marcus Ode'],
    ['Sen. Paula Grant (R-Texas) said it was dead. The Texas senator said it was late.', 'Paula Grant', 'Paula Grant'],
    ["Velora's chief executive, Ana Brandt, said it was safe. Velora's chief executive said it was late.", 'Ana Brandt', 'Ana Brandt'],
    ['MPs said it was safe. They said it was late.', 'MPs', 'MPs'],
    ['The Larne Gazette reported that Velora would close the plant. The paper said it was certain.', 'Larne Gazette', 'Larne Gazette'],
    ['The committee told Velora Inc. that it was unsafe. The company said it was late.', 'committee', 'Velora Inc.'],
    ['Ana Brandt and her brother, Tom Brandt, own the inn. “It is safe,” her brother said.', 'Tom Brandt']
  ])('go back to what was named: %s', check) // biome-ignore format: a table

  it.each<Case>([
    ['The Prime Minister said it was safe. The Mayor said it was not. She said it was late.', 'Prime Minister', 'Mayor', 'Mayor'],
    ['The prime minister said it was safe. The mayor said it was not.', 'prime minister', 'mayor'],
    ['Our Correspondent said it was late. The Mayor said it was not.', 'Our Correspondent', 'Mayor'],
    ['Counsel for the port, Ms Brandt, said it was late. The Tribunal Judge said it was not.', 'Brandt', 'Tribunal Judge'],
    ['Sen. Paula Grant said it was safe. The president said it was not.', 'Paula Grant', 'president'],
    ['The Minister of Health, Dr Ana Brandt, said it was safe. The Minister said it was late.', 'Ana Brandt', 'Ana Brandt'],
    ['The Inspector-General of Police, Mr Otto Hale, said it was late. The I-G said it was not. The IGP said it was over.', 'Otto Hale', 'Otto Hale', 'Otto Hale'],
    ['Cllr Ana Brandt (Chair) said it was late. Cllr Ned Cole said it was not. The Chair said it was over.', 'Ana Brandt', 'Ned Cole', 'Ana Brandt']
  ])('are told by the office, with a capital or without: %s', check) // biome-ignore format: a table

  it.each<Case>([
    ['The minister, Jonas Weil, said taxes would fall. A minister from Orsana said they would rise.', 'Jonas Weil', 'minister from Orsana'],
    ['Officials said it was safe. Officials in Orsana said it was not.', 'Officials', 'Officials in Orsana'],
    ['One official said the talks failed. A second official said they would resume.', 'One official', 'second official'],
    ['The man said he was armed. The woman said she fled.', 'man', 'woman'],
    ['The plaintiff said it was late. The defendant said it was not.', 'plaintiff', 'defendant'],
    ['The Developer said it was late. The Landowner said it was not.', 'Developer', 'Landowner'],
    ['Mira Petrov beat Ana Brandt. The Serb said it was late. The American said it was not.', 'Mira Petrov', 'American'],
    ['Police Chief Ned Cole said he was armed. Police said they would search.', 'Ned Cole', 'Police'],
    ["The mayor said it was safe. The mayor's office said it was cheap.", 'mayor', "mayor's office"],
    ['Tomas Reyes recalled that the mayor had told him it was safe.', 'Tomas Reyes', 'mayor'],
    ['Ana Brandt left early and said the chairwoman had called it unsafe.', 'Ana Brandt', 'chairwoman'],
    ['Chief Inspector Rosa Dell said the man was dead. His mother said it was sad.', 'Rosa Dell', 'His mother'],
    ['Rosa Dell left at nine. Her lawyer said she was tired. His lawyer said he was not.', 'Her lawyer', 'His lawyer'],
    ['Ana Brandt told the Guardian that it was unsafe. The company said it was not.', 'Ana Brandt', 'company'],
    ['The mayor of Oakland said it was unsafe. The company said it was not.', 'mayor of Oakland', 'company'],
    ['Tomas Reyes said the city would pay. The filing says it will not.', 'Tomas Reyes', 'filing']
  ])('do not go back to another: %s', check) // biome-ignore format: a table

  it.todo.each<Case>([
    ['The government said it was sad. The Government said it was late.', 'government', 'government']
  ])('go back to what was named: %s', check) // biome-ignore format: a table

  it.each<Case>([
    ['Ana Brandt, a Democrat, said it was broke. The Democrat said it was late.', 'Ana Brandt', 'Ana Brandt'],
    ['The suspect, identified as Ned Cole, said it was safe. Cole said he was sorry.', 'Ned Cole', 'Ned Cole'],
    ['The EU said it was safe. The bloc said it was late.', 'EU', 'EU'],
    ['The IMF said it was safe. Larne agreed. The fund said it was late.', 'IMF', 'IMF'],
    ['Velora said it was safe. The fund said it was late.', 'Velora', 'fund']
  ])('go back to what was named: %s', check) // biome-ignore format: a table

  it('are not of who speaks for their bearer', () => {
    const text =
      'Gov. Carla Whitmire will not run again. A spokeswoman for the governor, Denise Pruitt, confirmed it. The governor said she was tired.'
    expect(speakersIn(text).at(-1)).toBe('Carla Whitmire')
  })
})

describe('possessives', () => {
  it.each<Case>([
    ["Senator Paula Grant's statement said it was false. Grant said it was true.", 'Paula Grant', 'Paula Grant'],
    ["Brandt's letter said it was unsafe.", 'Brandt'],
    ["Grant's campaign said it was false. Grant said it was true.", "Grant's campaign", 'Grant'],
    ["Grant's spokesman said it was false. Grant said it was true.", "Grant's spokesman", 'Grant'],
    ["Grant's spokesman, Ned Cole, said it was false. Cole said it was old.", 'Ned Cole', 'Ned Cole'],
    ["Ms. Quist's attorney, Ruth Hale, said it was false. “It is old,” Ms. Hale said. Ms. Quist said it was true.", 'Ruth Hale', 'Ruth Hale', 'Quist'],
    ["The company's statement said profits rose.", 'company']
  ])('%s', check) // biome-ignore format: a table

  it.todo.each<Case>([['His book says it is unsafe.', 'His book']])('%s', check)
})

describe('joined sources', () => {
  it.each<Case>([
    ['Ana Brandt and Ned Cole said it was safe.', 'Ana Brandt + Ned Cole'],
    ['Ana Brandt, Ned Cole and Mara Quist said it was safe.', 'Ana Brandt + Ned Cole + Mara Quist'],
    ['Ned Cole, the harbor master, and Ana Brandt, the mayor, said it was unsafe.', 'Ned Cole + Ana Brandt'],
    ['Both Ana Brandt and the union said it was safe.', 'Ana Brandt + union'],
    ['Police and prosecutors said the case was closed.', 'Police + prosecutors']
  ])('are two or more: %s', check)

  it.each<Case>([
    ['Ana Brandt, the mayor, said it was safe.', 'Ana Brandt'],
    ['Ana Brandt, who met Ned Cole and Mara Quist, said it was safe.', 'Ana Brandt'],
    ['Ana Brandt told Ned Cole and Mara Quist it was safe.', 'Ana Brandt']
  ])('are not those beside: %s', check)

  it.each<Case>([
    ['Hale & Sons said it would fall.', 'Hale & Sons'],
    ['Cole & Brandt LLP said it was unsafe.', 'Cole & Brandt LLP'],
    ['Deputy Prime Minister and Finance Minister Jonas Weil said taxes would fall.', 'Jonas Weil']
  ])('are one where a name or an office is joined: %s', check)

  it('go back to each', () => {
    expect(
      speakersIn('Ana Brandt and Ned Cole said it was safe. Brandt said it was cheap. Cole said it was new.')
    ).toEqual(['Ana Brandt + Ned Cole', 'Ana Brandt', 'Ned Cole'])
  })

  it.todo.each<Case>([['Mr and Mrs Cole said it was unsafe.', 'Mr Cole + Mrs Cole']])(
    'are two, as they are meant: %s',
    check
  )

  it.each<Case>([
    ['Ned Cole and his son said it was sad.', 'Ned Cole + his son'],
    ['Professors Cole and Brandt said it was unsafe.', 'Cole + Brandt'],
    ['Ned Cole and his son Jack Cole said it was sad.', 'Ned Cole + Jack Cole']
  ])('are two, as they are meant: %s', check)
})

describe('quotations with no speaker named', () => {
  const statedIn = (text: string) => extract(text).attributions.map(({ stated }) => stated)

  it('are said by whoever was heard last, which is not stated', () => {
    const { attributions } = extract(
      '“One bridge is shut,” Ana Brandt said. “Nobody may cross it.”\n\n“We do not know when it will open again. We are working on it day and night.”\n\n“I am sorry.”'
    )
    const alone = attributions.filter(({ source }) => source.length === 0)
    expect(alone.length).toBeGreaterThan(0)
    for (const its of alone) expect(its).toMatchObject({ sourceIds: ['ana-brandt'], stated: false })
  })

  it('are stated where they go on after the cue', () => {
    const text = '“The bridge is shut,” said Ana Brandt, who runs the harbor. “Nobody may cross it.”'
    expect(speakersIn(text)).toEqual(['Ana Brandt'])
    expect(statedIn(text)).toEqual([true])
  })

  it('follow speakers who take turns', () => {
    const text =
      '“It is safe,” said Ned Cole.\n\n“It is not,” said Ana Brandt.\n\n“It is,” he replied.\n\n“You are wrong,” she said.'
    expect(speakersIn(text)).toEqual(['Ned Cole', 'Ana Brandt', 'Ned Cole', 'Ana Brandt'])
  })
})

describe('a clause between the name and the quotation', () => {
  it.each<Case>([
    ['“The bridge is shut,” Ana Brandt, who took over the harbor from Ned Cole in 2019, said.', 'Ana Brandt'],
    ['Ana Brandt, speaking at a rally in Larne, said the bridge was shut.', 'Ana Brandt'],
    [
      'Ana Brandt, who met Ned Cole on Monday, said it was shut. She said it was old.',
      'Ana Brandt',
      'Ana Brandt'
    ],
    ['In a letter to shareholders, Ana Brandt said profits rose.', 'Ana Brandt']
  ])('%s', check)
})

describe('documents', () => {
  it.each<Case>([
    ['The report said it was unsafe.', 'report'],
    ['A White House statement said it was dead.', 'White House statement'],
    ['According to a study published in Nature, it was unsafe.', 'study published in Nature'],
    ['A memo obtained by The Larne Gazette said it was unsafe.', 'memo obtained by The Larne Gazette'],
    ['Ned Cole wrote in his book that it is unsafe. The book says it is old.', 'Ned Cole', 'book'],
    [
      'The study, led by Ana Brandt, found that the steel was rusty. Brandt said it was old.',
      'study',
      'Ana Brandt'
    ]
  ])('are sources: %s', check)

  it.each<Case>([
    ['A letter written by Ana Brandt said it was unsafe.', 'Ana Brandt'],
    ['An email from Ana Brandt said profits rose.', 'Ana Brandt'],
    [
      'A report by the Harbor Agency said it was unsafe. The agency said it would act.',
      'Harbor Agency',
      'Harbor Agency'
    ],
    ["A statement from the mayor's office said it was unsafe.", "mayor's office"]
  ])('are the words of those who wrote them: %s', check)
})

describe('unidentified sources', () => {
  it.each<Case>([
    ['Cole says it is fair. Critics say it is unfair.', 'Cole', 'Critics'],
    ['Ana Brandt said it was safe. Witnesses said shots were fired.', 'Ana Brandt', 'Witnesses'],
    ['Grant said it was safe. Sources close to Grant said it was dead.', 'Grant', 'Sources close to Grant'],
    ['Velora said it was safe. A Velora spokesperson said it was cheap.', 'Velora', 'Velora spokesperson'],
    [
      'Beijing said it was legal. A Beijing spokesperson said it would reply.',
      'Beijing',
      'Beijing spokesperson'
    ]
  ])('are never someone else: %s', check)

  it.each([
    'It was reported that the bridge was closed.',
    'It is said that the bridge was closed.',
    'The bridge has reportedly been closed since Monday.'
  ])('are none where no one is said to say it: %s', (text) => {
    const { attributions, sources } = extract(text)
    expect(attributions).toHaveLength(1)
    expect(attributions[0]).toMatchObject({ source: [], sourceIds: [], stated: true })
    expect(sources).toEqual([])
  })
})

describe('interviews and transcripts', () => {
  const ASKED =
    'Q: Is the bridge safe?\n\nA: I think it is safe.\n\nQ: When did you learn that?\n\nA: I said in May that it was safe.'

  /** Who says "I". */
  const answersIn = (text: string) =>
    extract(text).attributions.flatMap(({ source, sourceIds }) =>
      source[0]?.text === 'I' ? [sourceIds.join(' + ')] : []
    )

  it('know who answers from the introduction', () => {
    const introduced = `Ana Brandt runs the harbor in Larne. She spoke to us on Monday.\n\n${ASKED}`
    expect(answersIn(introduced)).toEqual(['ana-brandt', 'ana-brandt'])
  })

  it('do not know it without', () => {
    expect(new Set(answersIn(ASKED)).size).toBeLessThan(2)
    expect(namesOf(ASKED)).not.toContain('Ana Brandt')
  })

  it('take no "Q" or "A" for a name', () => {
    const introduced = `Ana Brandt runs the harbor in Larne. She spoke to us on Monday.\n\n${ASKED}`
    expect(namesOf(introduced)).toEqual(['Ana Brandt'])
    expect(namesOf(ASKED)).not.toContain('Q')
    expect(namesOf(ASKED)).not.toContain('A')
  })

  it('know a turn’s speaker from its label', () => {
    const text = 'BRANDT: I think the bridge is safe.\n\nCOLE: I said in May that it was not.'
    const { attributions } = extract(text)
    const saidBy = (words: string) =>
      attributions.find(({ content }) => content[0]!.text.startsWith(words))!.sourceIds
    expect(saidBy('the bridge')).toEqual(['brandt'])
    expect(saidBy('that it was')).toEqual(['cole'])
  })

  it('have nobody called "he" whom the other calls "you"', () => {
    const names = speakersIn(
      'NED COLE: Thank you for coming. The mayor says it is safe.\n\nANA BRANDT: He said so last year.'
    )
    expect(names.at(-1)).not.toContain('COLE')
  })

  it('know whom a turn calls "you": who speaks next, else who spoke before', () => {
    const text =
      'CHAIR: Good morning.\n\nNED COLE: You said yesterday that it was safe.\n\nANA BRANDT: You said that it was not.'
    expect(speakersIn(text).filter((_, index) => extract(text).attributions[index]!.parentId)).toEqual([
      'ANA BRANDT',
      'NED COLE'
    ])
  })

  it('find the name in short in a label again', () => {
    const names = speakersIn(
      'NED COLE, MAYOR: I think it is safe.\n\nANA BRANDT: I think it is not.\n\nCOLE: I think it is.'
    )
    expect(names.at(0)).toBe(names.at(-1))
  })
})

describe('two who said something together', () => {
  const both = 'Ana Brandt and Ned Cole said it was safe.'
  const names = 'Ana Brandt + Ned Cole'

  it.each(['The couple', 'Both', 'The two men', 'They'])('are meant by %s', (words) => {
    expect(speakersIn(`${both} ${words} said it was cheap.`)).toEqual([names, names])
  })

  it.each(['Two men', 'The two reports', 'The three men'])('are not meant by %s', (words) => {
    expect(speakersIn(`${both} ${words} said it was cheap.`)[1]).not.toBe(names)
  })
})

describe('a name that says what it is for', () => {
  const named = (words: string) => namesOf(`${words} urged the authorities to act.`)

  it('is whole', () => {
    expect(named('The Committee to Guard Journalists (CGJ)')).toEqual(['Committee to Guard Journalists'])
    expect(named('The Campaign to Stop Killer Robots')).toEqual(['Campaign to Stop Killer Robots'])
  })

  it('ends where letters in brackets are those of another, or a plan begins', () => {
    expect(named('The Harbor Committee on fish (UFC)')).toEqual(['Harbor Committee'])
    expect(named('The committee to stop robots')).toEqual(['committee to stop robots'])
  })
})

describe('whoever an administration is called after', () => {
  it('is not the administration', () => {
    expect(speakersIn('The Hale administration said it was safe. “It is cheap,” Hale said.')).toEqual([
      'Hale administration',
      'Hale'
    ])
    expect(speakersIn('Yonda News Agency said it was safe. “It is cheap,” Yonda said.')).toEqual([
      'Yonda News Agency',
      'Yonda News Agency'
    ])
  })
})

describe('the head of state', () => {
  it('is the president', () => {
    const text = 'President Ana Brandt met nurse Otto Hale. “It is safe,” the Head of State said.'
    expect(speakersIn(text)).toEqual(['Ana Brandt'])
    expect(speakersIn(text.replace('Head of State', 'nurse'))).toEqual(['Otto Hale'])
  })
})

describe('a surname that is a noun too', () => {
  it('is its bearer’s, and no office', () => {
    const text = 'Velora chief executive Tim Cook said it was safe. “It is cheap,” Cook said.'
    expect(speakersIn(text)).toEqual(['Tim Cook', 'Tim Cook'])
    expect(speakersIn('Reporter Ana Baker said no. Baker said it was late.')).toEqual([
      'Ana Baker',
      'Ana Baker'
    ])
  })

  it.each([
    'Church',
    'Power',
    'Steel',
    'Ireland',
    'Jordan',
    'Washington',
    'English',
    'French',
    'Bishop',
    'Duke',
    'Child',
    'Sterling'
  ])('or a place, a people or an organisation: %s', (surname) => {
    const text = `Velora chief Otis ${surname} said it was safe. ${surname} said it was cheap. “It is new,” Mr. ${surname} said.`
    expect(extract(text).sources).toMatchObject([{ name: `Otis ${surname}`, type: 'person' }])
  })

  it('leaves places and peoples what they are where nobody is called so', () => {
    const typeOf = (text: string) => extract(text).sources[0]!.type
    expect(typeOf('Jordan said it was safe. Ana Brandt left.')).toBe('place')
    expect(typeOf('In Jordan, Otis Jordan left. The English said it was safe.')).toBe('group')
    expect(typeOf('The Church said it was safe. Jane Church left.')).toBe('organization')
  })

  it('is a noun where nobody is called so', () => {
    const text = 'Ana Brandt said it was safe. Officer said it was late.'
    expect(speakersIn(text)[1]).not.toBe('Ana Brandt')
    expect(extract(text).sources.at(-1)).toMatchObject({ anonymous: true })
  })
})

describe('what is called after a place', () => {
  const typesIn = (text: string) => extract(text).sources.map(({ name, type }) => [name, type])

  it('is an organisation, and one of two places is one', () => {
    expect(typesIn('Western Grid said it was safe.')).toEqual([['Western Grid', 'organization']])
    expect(typesIn('Devon and Cornwall Police said it was safe.')).toEqual([
      ['Devon and Cornwall Police', 'organization']
    ])
    expect(typesIn("The Archbishop of Larne's office said it was safe.")).toEqual([
      ["Archbishop of Larne's office", 'organization']
    ])
  })

  it('is no organisation where it is somebody, and two where one of both is somebody', () => {
    expect(typesIn('One New Hampshire Democrat said it was safe.')).not.toContainEqual([
      'New Hampshire Democrat',
      'organization'
    ])
    expect(namesOf('Ana Brandt left early. Brandt and Cornwall Police said it was safe.')).toEqual([
      'Ana Brandt',
      'Cornwall Police'
    ])
    expect(typesIn('The Archbishop of Larne said it was safe.')).toEqual([['Archbishop of Larne', 'person']])
  })
})

describe('whom nobody is to know', () => {
  it('is meant again by another word for him', () => {
    const text = 'A source close to the band said it was sad. “They still write,” the insider added.'
    expect(namesOf(text)).toEqual(['source close to the band'])
  })

  it('is not meant by a word for somebody known', () => {
    const text = 'A source close to the band said it was sad. “They still write,” the drummer added.'
    expect(namesOf(text)).toHaveLength(2)
  })

  it('may have a first name and an age', () => {
    const text =
      '“We thought it was over,” said Larysa, 44, a pharmacist who asked that her surname not be used.'
    expect(new Set(speakersIn(text, { acts: 'all' }))).toEqual(new Set(['Larysa']))
  })
})

describe('“he”', () => {
  it('is not what somebody is called, nor does it call itself', () => {
    const text =
      'Rosalind Varga drew maps. The novelist Kees Brandt called her the most stubborn person he had met. “It was north,” he wrote.'
    expect(speakersIn(text).at(-1)).toBe('Kees Brandt')
  })
})

describe('“the company”', () => {
  it('is not where it wrote something', () => {
    const text =
      'Northline is telling people not to travel. In a post on X, the company said that no trains would run.'
    expect(speakersIn(text).at(-1)).toBe('Northline')
  })

  it('is the one that the text is about, not one that came up in passing', () => {
    const text = (passing: string) =>
      `Velora Foods named Ana Brandt its chief. Velora Foods is big. Velora Foods grew. ${passing}. The company said it was safe.`
    expect(speakersIn(text('Brandt joins from Marrow Dairy')).at(-1)).toBe('Velora Foods')
    expect(speakersIn(text('Marrow Dairy is bigger')).at(-1)).toBe('Marrow Dairy')
  })
})

describe('“the paper”', () => {
  it('is a study that came out in a journal, else the newspaper', () => {
    const study = 'A study published on Monday in the Larne Journal found that it was safe.'
    expect(speakersIn(`${study} The paper argues that it was cheap.`).at(-1)).toMatch(/^study/)
    const news = 'The Larne Times reported that it was safe.'
    expect(speakersIn(`${news} The paper said it was cheap.`).at(-1)).toBe('Larne Times')
  })
})

describe('an office before several names', () => {
  it('is nobody by itself', () => {
    const text = 'Senator Ana Brandt and MPs Caleb Hale and Joyce Cole said it was safe.'
    expect(namesOf(text)).toEqual(['Ana Brandt', 'Caleb Hale', 'Joyce Cole'])
    expect(namesOf('Senator Ana Brandt and MPs said it was safe.')).toEqual(['Ana Brandt', 'MPs'])
  })
})

describe('“he” after an office that a name ends', () => {
  it('is its bearer', () => {
    const text =
      'Superintendent of Police R. Venkat said the accused, identified as Manju (32), had left. “Nobody will be spared,” he said.'
    expect(speakersIn(text).at(-1)).toBe('R. Venkat')
  })
})

describe('“himself”', () => {
  it('is whom it stands beside, so that “he” is, too', () => {
    const text = (of: string) =>
      `Colonel Otto Pell drew maps. Sir Kenneth Rudge held that it was late. ${of} never returned. “I shall not,” he told his sister.`
    expect(speakersIn(text('Pell himself')).at(-1)).toBe('Otto Pell')
    expect(speakersIn(text('Rudge himself')).at(-1)).toBe('Sir Kenneth Rudge')
  })
})

describe('“they” after one', () => {
  it('may be a spokesperson, but nobody of whom a name is known', () => {
    expect(speakersIn('The official spokesperson said it was safe. They added that it was cheap.')).toEqual([
      'official spokesperson',
      'official spokesperson'
    ])
    expect(speakersIn('Ana Brandt said it was safe. They added that it was cheap.').at(-1)).not.toBe(
      'Ana Brandt'
    )
  })
})

describe('an owner that the verb seems to have', () => {
  it('is not the source, but what it has', () => {
    expect(namesOf('My own grandmother said she had seen it.')).toEqual(['My own grandmother'])
    expect(namesOf('Secretary of State Brad Hale’s office said it was safe.')).toEqual([
      'Secretary of State Brad Hale’s office'
    ])
    expect(namesOf('Secretary of State Brad Hale said it was safe.')).toEqual(['Brad Hale'])
  })
})

describe('what a source is', () => {
  it.each([
    ['The SEC said it was safe.', 'organization'],
    ['The Governor said it was safe.', 'person'],
    ['Blockchain analytics firm Chainscope estimates that it was safe.', 'organization'],
    ['Taiwan’s Lunex said it was safe.', 'organization'],
    ['Taiwan’s Hale said it was safe. Mr. Hale left.', 'person'],
    ['A majority of voters said it was safe.', 'unnamed'],
    ['The majority said it was safe.', 'organization'],
    ['The minutes of the meeting say it was safe.', 'document'],
    ['Fishermen said it was safe.', 'unnamed'],
    ['Her new single, “Harbour,” says it was safe.', 'document']
  ])('%s', (text, type) => {
    expect(extract(text).sources).toMatchObject([{ type }])
  })

  it.each([
    ['Mayor Pro Tem Judy Hale said it was safe.', 'Mayor Pro Tem'],
    ['Ministry spokesman Col. Igor Stanek said it was safe.', 'Ministry spokesman'],
    ['Ministry Spokesman Maj. Gen. Igor Stanek said it was safe.', 'Ministry Spokesman'],
    ['Tehsildar Savita Rao said it was safe.', 'Tehsildar'],
    ['Substitute Lee Keogh said it was safe.', 'Substitute'],
    ['Deputy Gov. Igor Stanek said it was safe.', 'Deputy Gov.'],
    ['The bridge is neither Lt. Gov. Ana Hale’s nor his. Hale said it was safe.', 'Lt. Gov.']
  ])('%s: its role', (text, role) => {
    expect(extract(text).sources[0]).toMatchObject({ role })
  })
})

describe('labels', () => {
  it('may end in where somebody sits, and for whom', () => {
    const text =
      'The Secretary of State for Transport (Priya Nair): I told the House that it was safe.\n\n' +
      'Sir Edmund Hale (Larne) (Con): I think it is not.\n\n' +
      'Dee Marsh (Harlow) (Lab/Co-op): I think it is.'
    const names = ['Priya Nair', 'Sir Edmund Hale', 'Dee Marsh']
    expect(namesOf(text)).toEqual(names)
    expect([...new Set(speakersIn(text))]).toEqual(names)
  })

  it('are no labels where a sentence goes on after what stands in brackets', () => {
    const text =
      'He told the House of Commons in London (twice) what he said at home to all of us: it is safe.'
    expect(namesOf(text)).not.toContain('House of Commons')
    expect(extract('Velora Foods (NYSE: VLRA) hired Ana Brandt today.').attributions).toEqual([])
  })

  it('may be the letters of names, which are no companies', () => {
    const text =
      'Owen Hale talks to Bea Trant.\n\nOH: It is safe.\n\nBT: It is cheap.\n\nOH: It is new.\n\nBT: No.'
    expect(namesOf(text)).toEqual(expect.arrayContaining(['Owen Hale', 'Bea Trant']))
    expect(namesOf(text)).not.toContain('BT')
  })
})

describe('the seed article', () => {
  const text = readFileSync(new URL('../../../seeds/000_47d96f6c8b88e22f.txt', import.meta.url), 'utf8')
  const { sources, attributions } = extract(text, { acts: 'all' })
  const find = (name: string) => sources.filter((source) => source.name === name)

  it('has one Xi, one Trump', () => {
    expect(find('Xi Jinping')).toHaveLength(1)
    expect(sources.filter(({ name }) => /\bXi\b/.test(name))).toHaveLength(1)
    expect(
      sources.filter(({ name, type }) => /\bTrump$/.test(name) && type === 'person').length
    ).toBeLessThan(2)
  })

  it('knows organisations and the unnamed from people', () => {
    expect(sources.find(({ name }) => name.endsWith('administration'))!.type).toBe('organization')
    expect(sources.find(({ name }) => name.includes('transition team'))!.type).toBe('organization')
    expect(find('Beijing spokesperson')).toMatchObject([{ type: 'unnamed', anonymous: true }])
  })

  it('has a source for each that is said to say something', () => {
    for (const { source, sourceIds } of attributions)
      if (source.length > 0) expect(sourceIds.length).toBeGreaterThan(0)
  })
})
