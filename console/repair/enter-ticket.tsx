/** Written next. */
export default function EnterTicket() {
  return null
}
