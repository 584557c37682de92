import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { failureOf, refusedWith } from '../shell/failure.ts'
import { NotFoundPage } from '../shell/not-found-page.tsx'
import { RefusalSentence } from '../shell/refusal-sentence.tsx'
import { useTRPC } from '../shell/trpc.ts'
import { PageLines } from '../ui/loading.tsx'
import { Editor } from './editor.tsx'

/** One publication, written and aligned: content on the left, what blocks and who is asked on the right. */
export function EditorPage() {
  const { id } = useParams({ from: '/framed/publications/$id' })
  const trpc = useTRPC()
  const publication = useQuery(trpc.publications.editor.queryOptions({ publicationId: id }))
  if (publication.data) return <Editor key={publication.data.id} publication={publication.data} />
  if (publication.isPending) return <PageLines />
  const failure = failureOf(publication.error)
  if (refusedWith(failure, 'not_found') || refusedWith(failure, 'input_invalid')) return <NotFoundPage />
  return (
    <div className="sel-page-body">
      <RefusalSentence failure={failure} of="load" />
    </div>
  )
}
