import type { Metadata } from 'next'
import { DangerForm } from '@/components/settings/danger/danger-form'
import { SettingsSheet } from '@/components/settings/settings-sheet'
import { Notice } from '@/components/ui/notice'
import { openPage } from '@/lib/http/open-page'
import {
  askForExportAction,
  changeMaintenanceAction,
  closeConversationAction,
  endSessionsAction,
  erasePersonAction,
} from './danger-actions'

export const metadata: Metadata = { title: 'Danger zone, settings' }

const DONE: Readonly<Record<string, string>> = {
  closed: 'The whole conversation is closed. Nobody can comment anywhere until you open it again.',
  maintenance:
    'Readers are asked to come back later, wherever they come to. You and the staff see everything as before.',
  over: 'The publication is open to readers again.',
  export: 'For ten minutes the archive can be fetched here, by nobody but you.',
  erased:
    'The person is erased: their name, their addresses and what they wrote are nowhere in the database any more.',
  'erased-in-rows':
    'The person is erased. The file of the database could not be written anew, because it is too large, in use, or short of room: parts of it that are free now may hold bytes of what was there until they are used again, or until VACUUM is run.',
  opened: 'The conversation is open again, wherever a piece and its settings allow it.',
}

const MAINTENANCE_NOTE = {
  name: 'note',
  label: 'What readers are told (optional)',
  hint: 'For example: We move to a new machine and are back at six. At most 300 characters.',
}

const WHOSE = [
  { name: 'mail', label: 'Mail address', hint: 'Of an account, or as it was typed below comments.' },
  { name: 'again', label: 'The same address again', hint: 'This cannot be undone.' },
]

export default openPage('use.dangerZone', async ({ stet, actor, query }) => {
  const [{ settings }, asked, passkeys] = await Promise.all([
    stet.settings.read(),
    stet.accounts.asked(actor),
    stet.accounts.passkeys(actor),
  ])
  const withPasskey = (passkeys ?? []).length > 0
  const { name, conversationClosed, maintenance } = settings
  const done = DONE[query('done') ?? '']
  return (
    <SettingsSheet current="danger">
      {done ? (
        <Notice kind="success">
          <p>{done}</p>
          {query('done') === 'export' ? (
            <p>
              <a href="/settings/export.tar.gz" download>
                Download the archive
              </a>
            </p>
          ) : null}
        </Notice>
      ) : null}
      <p>
        Everything here is felt at once by everybody. So it asks for the name of the publication and, if you
        did not show it in the last ten minutes, who you are; and it stands in the log.
      </p>
      {conversationClosed ? (
        <DangerForm
          id="conversation"
          title="Open the conversation again"
          publication={name}
          button="Open the conversation"
          kind="primary"
          fields={{ closed: 'no' }}
          asked={asked}
          withPasskey={withPasskey}
          action={closeConversationAction}
        >
          <p>The whole conversation is closed at the moment.</p>
          <p>
            Each thread is then as its piece, or the settings of comments, say. What waits at the desk has
            waited there all the time.
          </p>
        </DangerForm>
      ) : (
        <DangerForm
          id="conversation"
          title="Close the whole conversation"
          publication={name}
          button="Close the conversation"
          kind="danger"
          fields={{ closed: 'yes' }}
          asked={asked}
          withPasskey={withPasskey}
          action={closeConversationAction}
        >
          <p>
            No piece takes comments any more, whatever it says of its own. What stands can still be read; what
            waits at the desk waits on, and moderators can decide it. Nothing is deleted, and you can open it
            again here.
          </p>
        </DangerForm>
      )}
      {maintenance ? (
        <DangerForm
          id="maintenance"
          title="Open the publication to readers again"
          publication={name}
          button="Open the publication"
          kind="primary"
          fields={{ closed: 'no' }}
          asked={asked}
          withPasskey={withPasskey}
          action={changeMaintenanceAction}
        >
          <p>
            Readers are asked to come back later at the moment. Pages, feeds and forms answer them again at
            once.
          </p>
        </DangerForm>
      ) : (
        <DangerForm
          id="maintenance"
          title="Close the publication for maintenance"
          publication={name}
          button="Close the publication"
          kind="danger"
          fields={{ closed: 'yes' }}
          asks={[MAINTENANCE_NOTE]}
          asked={asked}
          withPasskey={withPasskey}
          action={changeMaintenanceAction}
        >
          <p>
            Every public page and feed asks readers to come back later (503, which search engines understand),
            and no comment can be sent. You and the staff can sign in, work and see every page as before.
            Nothing is deleted, and you can open it again here.
          </p>
        </DangerForm>
      )}
      <DangerForm
        id="export"
        title="Export everything"
        publication={name}
        button="Make the archive"
        kind="primary"
        fields={{}}
        asked={asked}
        withPasskey={withPasskey}
        action={askForExportAction}
      >
        <p>
          One file with everything in open formats: pieces as Markdown and as JSON, drafts included; comments
          with their texts and decisions, whatever became of them; people, without what opens their accounts;
          pictures; settings. Its last file says that it is whole. Mail addresses are in it: keep it as you
          would keep letters.
        </p>
      </DangerForm>
      <DangerForm
        id="erase"
        title="Erase a person"
        publication={name}
        button="Erase this person"
        kind="danger"
        fields={{}}
        asks={WHOSE}
        asked={asked}
        withPasskey={withPasskey}
        action={erasePersonAction}
      >
        <p>
          For a reader who asks to be forgotten. Every comment of theirs is erased; where others answered, a
          stub keeps the place. Their account, name and addresses go from everywhere: mails that wait, notes
          and logs included. A ban stays in force, without their name. The log says that you erased somebody,
          not whom.
        </p>
        <p>
          Copies made earlier (backups, exports) still hold what they held, and mails that were sent are with
          those who received them. A colleague’s account must be made a reader’s first.
        </p>
      </DangerForm>
      <DangerForm
        id="sessions"
        title="Sign everybody out"
        publication={name}
        button="Sign everybody out"
        kind="danger"
        fields={{}}
        asked={asked}
        withPasskey={withPasskey}
        action={endSessionsAction}
      >
        <p>
          Every session ends on every device: the staff’s, the members’ and yours. Whoever knows a password
          can sign in again; nothing that was stored is lost, but what somebody is typing at this moment must
          be saved again after signing in.
        </p>
      </DangerForm>
    </SettingsSheet>
  )
})
