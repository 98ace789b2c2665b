module.exports={displayName:"lwc",testMatch:["<rootDir>/**/__tests__/*.test.js"]};
