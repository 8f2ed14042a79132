import type { Name, Sentence } from '../sentence.ts'

/** A name: isolated, so that its direction and marks stay its own; linked where it has a page. */
export const NameText = ({ name, href }: Name) =>
  href === undefined ? (
    <bdi>{name}</bdi>
  ) : (
    <a href={href}>
      <bdi>{name}</bdi>
    </a>
  )

/** A sentence with its names. */
export const Say = ({ text }: { text: Sentence }) => (
  <>{text.map((piece) => (typeof piece === 'string' ? piece : <NameText {...piece} />))}</>
)
