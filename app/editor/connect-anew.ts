import { type HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'

/** Connects now, also where a socket is open: that one has to be gone first, until then the provider takes it for connected. */
export function connectAnew(socket: HocuspocusProviderWebsocket): void {
  if (socket.status !== WebSocketStatus.Connected) {
    void socket.connect()
    return
  }
  const again = () => {
    socket.off('disconnect', again)
    void socket.connect()
  }
  socket.on('disconnect', again)
  socket.disconnect()
}
