import type { Page } from '../book.ts'
import { licenceOf, webLink } from '../links.ts'
import { named } from '../sentence.ts'
import { NameText, Say } from './Say.tsx'

/** Who publishes, under which licence, made with what. */
export function Footer({ page }: { page: Page }) {
  const { book, words, view } = page
  const { publisher, licence } = book.study
  return (
    <footer>
      <p>
        <Say text={words.publishedBy(named(publisher.name, webLink(publisher.url)))} />{' '}
        {publisher.contact !== undefined && (
          <>
            {words.contact}: <bdi>{publisher.contact}</bdi>.{' '}
          </>
        )}
        {words.licence}: <NameText {...licenceOf(licence)} />. {words.edition(view.wave.id)}.{' '}
        {words.madeBy(`${book.program.name} ${book.program.version}`)}
      </p>
      {book.study.synthetic && <p>{words.simulated}</p>}
    </footer>
  )
}
