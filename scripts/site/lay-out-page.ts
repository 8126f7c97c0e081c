import { posix } from 'node:path'
import type { Root } from 'hast'
import { h } from 'hastscript'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import type { RenderedPage } from './render-page.ts'

/** A heading of the navigation, and what stands under it. */
export interface NavigationGroup {
  title: string
  pages: { title: string; place: string }[]
}

const stringify = unified().use(rehypeStringify)

/**
 * A whole page of the site, with links that work wherever the site stands, from a file too.
 *
 * @param place where the page stands in the site, such as `docs/limits.html`.
 */
export function layOutPage(
  place: string,
  { title, tree }: RenderedPage,
  navigation: readonly NavigationGroup[]
): string {
  const to = (target: string) => {
    const [path, hash] = target.split('#')
    return posix.relative(posix.dirname(place), path!) + (hash === undefined ? '' : `#${hash}`)
  }
  const link = (page: { title: string; place: string }) =>
    h(
      'li',
      h('a', { href: to(page.place), ariaCurrent: page.place === place ? 'page' : undefined }, page.title)
    )
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'color-scheme', content: 'light dark' }),
          h(
            'title',
            place === 'index.html'
              ? 'Saywho: who said what, from text to structured data'
              : `${title} · Saywho`
          ),
          h('link', { rel: 'icon', href: 'data:,' }),
          h('link', { rel: 'stylesheet', href: to('site.css') })
        ]),
        h('body', [
          h('header', [
            h('a', { href: to('index.html') }, 'Saywho'),
            h('a', { className: 'to-contents', href: '#contents' }, 'Contents')
          ]),
          h('main', tree.children as never[]),
          h(
            'nav',
            { id: 'contents', ariaLabel: 'Contents' },
            navigation.flatMap(({ title, pages }) => [h('h2', title), h('ul', pages.map(link))])
          )
        ])
      ])
    ]
  }
  return `${stringify.stringify(page)}\n`
}
