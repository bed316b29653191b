import { fail } from '../../kernel/result'

export const FOR_STAFF = fail('forbidden', 'Passkeys are for the staff of the publication.')
