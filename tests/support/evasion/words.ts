/** 200 words and phrases that a publication might list: advertising, quarrels, several languages. */
export const EVASION_WORDS: readonly string[] = `
viagra cialis levitra xanax valium tramadol ambien adderall oxycontin phentermine steroids testosterone pharmacy painkillers
casino roulette blackjack jackpot gambling poker slots bookmaker betting lottery sportsbook baccarat
bitcoin ethereum dogecoin airdrop forex crypto litecoin presale altcoin trading broker leverage dividends
replica rolex gucci prada counterfeit knockoff handbags sneakers outlet coupon voucher discount
loans mortgage refinance payday creditors bankruptcy lender cashback
escort hookup webcam striptease camgirl nudes fetish erotic porno xxxvideos
idiot moron cretin imbecile scumbag dimwit halfwit nitwit bastard wanker bollocks tosser bellend twat
traitor vermin parasite lunatic psycho degenerate subhuman
whatsapp telegram subscribe followers backlinks backlink hosting seo clickbait giveaway
weightloss slimming keto detox botox supplement miracle cellulite superfood hairloss enlargement
telemarketer spyware keylogger ransomware hackers cracked serialkey warez torrents phishing
arschloch wichser hurensohn schlampe trottel vollidiot dummkopf spinner mistkerl
connard salaud enculer abruti imbécile crétin putain bouffon
gilipollas cabrón pendejo estúpido imbécil mierda hijoputa
stronzo coglione cretino bastardo vaffanculo
kurwa debil idiota palant
klootzak sukkel mongool eikel
porra otário babaca
knobhead tosspot pillock plonker arsehole jackass dumbass shithead bullshit horseshit
ponzi pyramid hustler fraudster swindler webshop dropshipping affiliate telesales
astrologer psychic spellcaster lovespell timeshare
казино ставки дурак идиот кретин мошенник займы
μαλάκας βλάκας καζίνο
`
  .split(/\s+/)
  .filter(Boolean)
  .concat(['buy gold', 'free money', 'work from home', 'click here', 'miracle cure'])
  .slice(0, 200)
