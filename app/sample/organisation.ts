/** Skerry Line: a ferry company that does not exist, with people who do not either. */

interface SampleTeam {
  id: string
  name: string
}
interface SampleService {
  id: string
  name: string
  team: string
}
interface SamplePerson {
  id: string
  name: string
  email: string
  roleTitle: string
  role: 'admin' | 'member'
  timeZone: string
  teams: string[]
}

const teams: SampleTeam[] = [
  { id: 'team-booking', name: 'Booking' },
  { id: 'team-crew', name: 'Crew Systems' },
  { id: 'team-harbour', name: 'Harbour Systems' },
  { id: 'team-messaging', name: 'Messaging' },
  { id: 'team-support', name: 'Passenger Support' },
  { id: 'team-payments', name: 'Payments' },
  { id: 'team-platform', name: 'Platform' },
  { id: 'team-timetable', name: 'Timetable' },
]

const services: SampleService[] = [
  { id: 'service-app', name: 'Passenger app', team: 'team-booking' },
  { id: 'service-booking', name: 'Booking', team: 'team-booking' },
  { id: 'service-search', name: 'Sailing search', team: 'team-booking' },
  { id: 'service-rota', name: 'Crew rota', team: 'team-crew' },
  { id: 'service-displays', name: 'Harbour displays', team: 'team-harbour' },
  { id: 'service-gates', name: 'Boarding gates', team: 'team-harbour' },
  { id: 'service-messages', name: 'Passenger messages', team: 'team-messaging' },
  { id: 'service-desk', name: 'Support desk', team: 'team-support' },
  { id: 'service-gateway', name: 'Payment gateway', team: 'team-payments' },
  { id: 'service-booking-database', name: 'Booking database', team: 'team-platform' },
  { id: 'service-pipeline', name: 'Build pipeline', team: 'team-platform' },
  { id: 'service-edge', name: 'Edge and DNS', team: 'team-platform' },
  { id: 'service-sign-in', name: 'Sign-in', team: 'team-platform' },
  { id: 'service-timetable', name: 'Timetable', team: 'team-timetable' },
  { id: 'service-weather', name: 'Weather feed', team: 'team-timetable' },
]

const oslo = 'Europe/Oslo'
const london = 'Europe/London'

const people: SamplePerson[] = [
  person('person-okonjo', 'Marit Okonjo', 'Head of engineering', ['team-platform'], oslo, 'admin'),
  person('person-lindqvist', 'Tariq Lindqvist', 'Platform on-call engineer', ['team-platform']),
  person('person-fernandes', 'Yuki Fernandes', 'Database engineer', ['team-platform', 'team-booking']),
  person('person-papadakis', 'Oona Papadakis', 'Payments engineer', ['team-payments']),
  person('person-achterberg', 'Dmitri Achterberg', 'Payments on-call engineer', ['team-payments'], london),
  person('person-novak', 'Leilani Novak', 'Booking engineer', ['team-booking']),
  person('person-haugen', 'Kwame Haugen', 'Booking on-call engineer', ['team-booking']),
  person('person-mbeki', 'Saoirse Mbeki', 'Timetable engineer', ['team-timetable'], london),
  person('person-rautio', 'Anselm Rautio', 'Duty timetable planner', ['team-timetable']),
  person('person-vestergaard', 'Priya Vestergaard', 'Harbour systems engineer', ['team-harbour']),
  person('person-quispe', 'Bjarne Quispe', 'Harbour duty manager', ['team-harbour']),
  person('person-tanaka', 'Zofia Tanaka', 'Crew systems engineer', ['team-crew']),
  person('person-drummond', 'Elias Drummond', 'Crew planner', ['team-crew'], london),
  person('person-halvorsen', 'Noor Halvorsen', 'Messaging engineer', ['team-messaging']),
  person('person-marchetti', 'Chidi Marchetti', 'Messaging on-call engineer', ['team-messaging']),
  person('person-szabo', 'Amara Szabo', 'Passenger support lead', ['team-support']),
  person('person-demir', 'Ruairi Demir', 'Passenger support agent, nights', ['team-support'], london),
]

/** The sample organisation, with what it promises its people about post-mortems. */
export const organisation = {
  name: 'Skerry Line',
  zone: oslo,
  promise: {
    text: [
      'Post-mortems at Skerry Line are written so that the next crossing goes better. They are not used in appraisals, pay, shift allocation, promotion or disciplinary matters, and nobody is asked to search them for a person.',
      'What you add about your own part may be shown by role, by name if you choose, or not at all. You may add something without your name, and you may disagree in writing; both stay.',
      'We cannot promise what a court, the maritime authority or a copy outside Skerry Line will do with a text. Where a law makes us hand one over, we tell those who took part first, where we may.',
    ],
    signedByRole: 'Managing director',
    signedOn: '2025-01-20',
  },
  teams,
  services,
  people,
}

function person(
  id: string,
  name: string,
  roleTitle: string,
  teamIds: string[],
  timeZone = oslo,
  role: SamplePerson['role'] = 'member',
): SamplePerson {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@skerry-line.example`
  return { id, name, email, roleTitle, role, timeZone, teams: teamIds }
}
